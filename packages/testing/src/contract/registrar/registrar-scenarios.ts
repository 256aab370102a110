import type { CapabilityTable } from '@registrar-kit/core';
import type { ScenarioGroup } from './registrar-scenario.js';
import { accessScenarios, exactBalanceScenario } from './scenarios/access-scenarios.js';
import { capabilityScenarios } from './scenarios/capability-scenarios.js';
import { consentScenarios } from './scenarios/consent-scenarios.js';
import { domainScenarios } from './scenarios/domain-scenarios.js';
import { endingScenarios } from './scenarios/ending-scenarios.js';
import { eventScenarios } from './scenarios/event-scenarios.js';
import { failureScenarios } from './scenarios/failure-scenarios.js';
import { inputScenarios } from './scenarios/input-scenarios.js';
import { listScenarios } from './scenarios/list-scenarios.js';
import { lostAnswerScenarios } from './scenarios/lost-answer-scenarios.js';
import { orderScenarios, pendingScenarios } from './scenarios/order-scenarios.js';
import { repetitionScenarios } from './scenarios/repetition-scenarios.js';
import type { RoundTrips } from './scenarios/round-trips.js';
import { searchScenarios } from './scenarios/search-scenarios.js';
import { settingScenarios } from './scenarios/setting-scenarios.js';
import { silenceScenarios } from './scenarios/silence-scenarios.js';
import { wishScenarios } from './scenarios/wish-scenarios.js';
import { writeFailureScenarios } from './scenarios/write-failure-scenarios.js';
import { zoneScenarios } from './scenarios/zone-scenarios.js';

const roundTrips: RoundTrips = {
  ...accessScenarios,
  ...orderScenarios,
  ...domainScenarios,
  ...settingScenarios,
  ...zoneScenarios,
};

/** The whole contract, by the promises that it makes. */
export function registrarScenarios(
  table: CapabilityTable,
  simulated: boolean,
): readonly ScenarioGroup[] {
  return [
    { title: 'what it states', scenarios: capabilityScenarios(table, simulated) },
    {
      title: 'every operation',
      scenarios: [...Object.values(roundTrips), exactBalanceScenario, ...pendingScenarios],
    },
    { title: 'input', scenarios: inputScenarios },
    { title: 'search', scenarios: searchScenarios },
    { title: 'lists', scenarios: listScenarios },
    { title: 'failures', scenarios: [...failureScenarios, ...writeFailureScenarios] },
    { title: 'calls that are ended', scenarios: endingScenarios },
    { title: 'consent', scenarios: consentScenarios },
    { title: 'wishes and surprises', scenarios: wishScenarios },
    { title: 'repetition', scenarios: repetitionScenarios },
    { title: 'lost answers', scenarios: lostAnswerScenarios },
    { title: 'events', scenarios: eventScenarios },
    { title: 'silence', scenarios: silenceScenarios },
  ];
}
