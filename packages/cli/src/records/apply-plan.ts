import { toUnicodeDomain, type AppliedRecords, type RecordPlan } from '@registrar-kit/core';
import type { OptionValues } from '../arguments/invocation.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import type { Field } from '../output/record.js';
import { assertAnswerable, confirm, nothingChanged } from '../session/confirm.js';
import type { Session } from '../session/session.js';
import { showRecord } from '../session/show.js';
import { isEmptyPlan, planText } from './plan-text.js';
import { readPlan } from './read-plan.js';
import { recordLine } from './record-columns.js';

/** Shows a plan, asks, and writes it to the zone that it was made for. */
export async function applyPlan(values: OptionValues, session: Session): Promise<ExitCode> {
  const plan = await readPlan(values.plan, session.io);
  const nothing = isEmptyPlan(plan);
  if (!nothing) assertAnswerable(values.yes, session);
  const registrar = await session.connect('zone', { domain: plan.domain });
  session.printer.aside((layout) => planText(plan, layout));
  const { provider, environment, capabilities } = registrar;
  // What is not offered says so at once, and needs no question.
  const meant =
    nothing ||
    capabilities.applyRecords.support === 'unsupported' ||
    (await confirm(
      `Write this to the zone of ${toUnicodeDomain(plan.domain)} (${provider}, ${environment})?`,
      values.yes,
      session,
    ));
  if (!meant) return nothingChanged(session);
  const applied = await registrar.applyRecords({ plan }, session.callOptions);
  showRecord(applied, (result) => appliedFields(result, plan), session);
  if (applied.missing.length === 0 && applied.unexpected.length === 0) return exitCodes.done;
  session.printer.notice(
    'warning: the zone was written and is not as planned; look at it with registrar records',
  );
  return exitCodes.state;
}

function appliedFields(
  { domain, records, missing, unexpected }: AppliedRecords,
  { added, removed }: RecordPlan,
): readonly Field[] {
  return [
    ['domain', toUnicodeDomain(domain)],
    ['added', String(added.length)],
    ['removed', String(removed.length)],
    ['records now', String(records.length)],
    ['missing', missing.map(recordLine)],
    ['unexpected', unexpected.map(recordLine)],
  ];
}
