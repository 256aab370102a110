import type { AdapterPlan } from './adapter-plan.js';

/** What the author does next, for the end of the command. */
export function nextSteps({ names, folder, kind }: AdapterPlan): string {
  const { kebab, title } = names;
  return [
    `${title} lies in ${folder}. It compiles, and its contract test says what is missing:`,
    '',
    `  npx jest ${folder}`,
    '',
    'Go by this order; CONTRIBUTING.md tells more of each step.',
    '',
    `  1. src/${kebab}-config.ts         credentials, hosts`,
    `     src/${kebab}-client.ts         headers, quirks`,
    `     src/${kebab}-quota.ts          the limits of the manual`,
    `  2. src/reply/, src/${kebab}-errors.ts   what refusals look like and mean`,
    '  3. src/operations/, and the answer to each in src/simulator/',
    `  4. src/${kebab}-capabilities.ts   decide on what is still "not decided yet"`,
    '  5. test/                          each request whole, with a fixture of the documented form',
    '  6. README.md                      credentials, test environment, quirks',
    ...(kind === 'example' ? [`  7. src/main.ts                    npm start in ${folder}`] : []),
    '',
  ].join('\n');
}
