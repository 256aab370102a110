import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from '@jest/globals';
import { planAdapter } from '../src/new-adapter/adapter-plan.js';
import { ScratchWorkspace, type Ended } from './support/new-adapter/scratch-workspace.js';

const folder = 'packages/demo-names';
const template = path.join(__dirname, '../src/new-adapter/template');

describe('the arguments of new-adapter', () => {
  it('name a package', () => {
    expect(planAdapter(['two-words2'])).toEqual({
      names: {
        kebab: 'two-words2',
        camel: 'twoWords2',
        pascal: 'TwoWords2',
        capitals: 'TWO_WORDS2',
        title: 'Two Words2',
      },
      kind: 'package',
      folder: 'packages/two-words2',
      packageName: '@registrar-kit/two-words2',
    });
  });

  it('name an example in a folder of any name', () => {
    const plan = { kind: 'example', folder: 'examples/a-place', packageName: 'example-a-place' };
    expect(planAdapter(['a-name', '--folder', './examples/a-place/'])).toMatchObject(plan);
    expect(planAdapter(['a-name', '--folder=examples/a-place'])).toMatchObject(plan);
  });

  test.each([
    [[], /^usage: /],
    [['--folder', 'packages/a'], /^usage: /],
    [['Demo'], /"Demo" is not in kebab-case/],
    [['demo_names'], /is not in kebab-case/],
    [['demo--names'], /is not in kebab-case/],
    [['4names'], /is not in kebab-case/],
    [['a'.repeat(41)], /longer than 40/],
    [['delete'], /cannot be the name/],
    [['template-names'], /cannot be the name/],
    [['demo', '--force'], /--force: not understood; usage/],
    [['demo', '--folder'], /--folder: not understood/],
    [['demo', '--folder', 'packages/other'], /give packages\/demo/],
    [['demo', '--folder', 'examples/../../x'], /is no folder of this workspace/],
    [['demo', '--folder', '/tmp/demo'], /is no folder of this workspace/],
    [['demo', '--folder', 'examples/Some_Place'], /is not in kebab-case/],
  ])('%j are refused', (args, why) => {
    expect(() => planAdapter(args)).toThrow(why);
  });
});

describe('the package that new-adapter writes', () => {
  let workspace: ScratchWorkspace;
  let before: readonly string[];
  let written: Ended;
  beforeAll(async () => {
    workspace = new ScratchWorkspace();
    before = workspace.listing();
    written = await workspace.newAdapter('demo-names');
    workspace.link(folder);
  }, 60_000);
  afterAll(() => workspace.remove());

  const texts = (): readonly (readonly [file: string, text: string])[] =>
    (JSON.parse(written.stdout) as readonly string[]).map(
      (file) => [file, readFileSync(workspace.path(folder, file), 'utf8')] as const,
    );

  it('lies in its folder and nowhere else', () => {
    expect(written).toMatchObject({ code: 0, stderr: '' });
    expect(workspace.listing().filter((name) => !before.includes(name))).toEqual([folder]);
  });

  it('has every file of the template but the program, and a manifest', () => {
    const own = readdirSync(template, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(template, path.join(entry.parentPath, entry.name)))
      .map((file) => file.replaceAll('template-names', 'demo-names'))
      .filter((file) => file !== path.join('src', 'main.ts'));
    const files = texts().map(([file]) => file);
    expect([...files].sort()).toEqual([...own, 'package.json', 'tsconfig.json'].sort());
  });

  it('bears its own name everywhere', () => {
    for (const [file, text] of texts())
      expect([file, /template[-_ ]?names/i.exec(`${file} ${text}`)]).toEqual([file, null]);
    expect(existsSync(workspace.path(folder, 'src/simulator/create-demo-names-simulator.ts'))).toBe(
      true,
    );
  });

  it('is formatted', async () => {
    const ended = await workspace.tool('prettier/bin/prettier.cjs', '--check', folder);
    expect(ended).toMatchObject({ code: 0 });
  }, 60_000);

  it('type-checks', async () => {
    const ended = await workspace.tool('typescript/bin/tsc', '-p', folder, '--noEmit');
    // What somebody else's package is in the middle of is no fault of this one.
    expect(ended.stdout.split('\n').filter((line) => line.startsWith(folder))).toEqual([]);
  }, 180_000);

  it('fails its tests with what is to be written', async () => {
    const report = workspace.path('report.json');
    const args = ['--ci', '--json', `--outputFile=${report}`, folder];
    const ended = await workspace.tool('jest/bin/jest.js', ...args);
    expect(ended.code).toBe(1);
    const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as JestReport;
    const results = testResults.flatMap(({ assertionResults }) => assertionResults);
    const failures = results.filter(({ status }) => status === 'failed');

    const operations = readdirSync(path.join(template, 'src/operations'));
    // One is written, as an example; and no order goes out before its price can be read.
    const later = ['verify-access.ts', 'register-domain.ts', 'renew-domain.ts'];
    const toWrite = operations.filter((file) => !later.includes(file)).sort();
    const named = failures.flatMap(({ failureMessages }) =>
      [
        ...failureMessages.join().matchAll(/still to be written in src\/operations\/([\w.-]+):/g),
      ].map(([, file]) => file),
    );
    expect([...new Set(named)].sort()).toEqual(toWrite);
    const decided = failures.find(({ title }) => title === 'has decided on every operation');
    expect(decided?.failureMessages.join()).toContain('transferDomain: write it, or say');

    // What is there already works: access, configuration, refusals.
    const passed = results.filter(({ status }) => status === 'passed').map(({ title }) => title);
    expect(passed).toEqual(
      expect.arrayContaining(['answers the account', 'comes from the environment']),
    );
    expect(passed.some((title) => title.startsWith('verifyAccess'))).toBe(true);
  }, 300_000);

  it('is never written over', async () => {
    const readme = readFileSync(workspace.path(folder, 'README.md'), 'utf8');
    const again = await workspace.newAdapter('demo-names');
    expect(again).toMatchObject({ code: 2, stderr: 'packages/demo-names is there already\n' });
    expect(readFileSync(workspace.path(folder, 'README.md'), 'utf8')).toBe(readme);
  }, 60_000);
});

interface JestReport {
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly title: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}
