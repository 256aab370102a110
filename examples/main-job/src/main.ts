import { createDemoWorld, demoAccounts, demoTlds, serveSimulator } from '@registrar-kit/testing';
import { createDomainNameApiSimulator } from '@registrar-kit/domain-name-api/simulator';
import { createNamecheapSimulator } from '@registrar-kit/namecheap/simulator';
import { money } from '@registrar-kit/core';
import { writeConfigurationFile } from './configuration-file.js';
import { runJob } from './job.js';
import { report } from './report.js';
import { showDoors, type Door } from './three-doors.js';

const busyReseller = {
  id: '33333333-4444-4555-8666-777777777777',
  keys: { test: '0a1b2c3d-4e5f-4061-8273-94a5b6c7d8e9' },
};

report.title('registrar-kit: one program, two registrars');
report.line();
report.line('Both registrars are simulators on this machine, reached over real sockets in the');
report.line("vendors' own wire formats and with the vendors' own request limits.");

// Namecheap sells no Turkish endings through its interface.
const namecheapWorld = createDemoWorld({
  tlds: demoTlds.filter(({ tld }) => !tld.endsWith('.tr')),
});
const domainNameApiWorld = createDemoWorld({
  accounts: [{ ...busyReseller, balances: [money('1000.00', 'USD')] }],
});
const first = await serveSimulator(createNamecheapSimulator({ world: namecheapWorld }));
const second = await serveSimulator(createDomainNameApiSimulator({ world: domainNameApiWorld }));
const file = await writeConfigurationFile({
  namecheap: first.config,
  'domain-name-api': second.config,
});

try {
  for (const provider of ['namecheap', 'domain-name-api']) {
    const line = await file.choose(provider);
    report.heading(`registrar.config.json with ${line}`);
    await runJob(file.path);
  }
  report.title('Three doors that never mix: 401, 403 and 429');
  await showDoors(doors(first.config, second.config));
  report.line();
  report.line('Next: npm -s start -- check openai.com example.co.uk --provider domain-name-api');
  report.line('      npm -s start -- help');
} finally {
  await file.remove();
  await Promise.all([first.close(), second.close()]);
}

function doors(
  namecheapConfig: Record<string, unknown>,
  domainNameApiConfig: Record<string, unknown>,
): readonly Door[] {
  const { addressBound, addressBoundReseller, colleague, poor } = demoAccounts;
  // A limit set too high on purpose, so that the registrar itself has to refuse.
  const everyCallAtOnce = {
    api: { windows: [{ limit: 1000, windowMs: 1000 }], maxConcurrent: 50 },
  };
  const asUser = (account: { id: string; keys: { test: string } }): Record<string, unknown> => ({
    ...namecheapConfig,
    apiUser: account.id,
    userName: account.id,
    apiKey: account.keys.test,
  });
  const asReseller = (account: {
    id: string;
    keys: { test: string };
  }): Record<string, unknown> => ({
    ...domainNameApiConfig,
    resellerId: account.id,
    apiKey: account.keys.test,
  });
  return [
    {
      code: 'AUTHENTICATION_FAILED',
      title: '401: the registrar does not know who is calling',
      mistakes: [
        // Another account than the job's, whose quota is used up by now.
        { config: { ...asUser(poor), apiKey: '0123456789abcdef0123456789abcdef' } },
        { config: { ...domainNameApiConfig, apiKey: '00000000-1111-4222-8333-444444444444' } },
      ],
    },
    {
      code: 'ACCESS_DENIED',
      title: '403: it knows, and does not permit it from here',
      mistakes: [{ config: asUser(addressBound) }, { config: asReseller(addressBoundReseller) }],
    },
    {
      code: 'RATE_LIMITED',
      title: '429: too many calls, nothing is wrong with the credentials',
      mistakes: [
        { config: { ...asUser(colleague), quota: everyCallAtOnce }, calls: 25 },
        { config: { ...asReseller(busyReseller), quota: everyCallAtOnce }, calls: 25 },
      ],
    },
  ];
}
