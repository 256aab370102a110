import {
  detectPlatform,
  diagnoseRegistrar,
  type AccessDiagnosis,
  type DiagnoseOptions,
  type Evidence,
} from '@registrar-kit/core';
import type { OptionValues } from '../arguments/invocation.js';
import { connectionOptions } from '../arguments/option-table.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import { noWords } from '../input/one-name.js';
import { accessLines } from '../output/describe-access.js';
import { loadProviders } from '../providers.js';
import type { Session } from '../session/session.js';
import { UsageError } from '../usage-error.js';
import type { Command } from './command.js';

/** `registrar doctor`. */
export const doctor: Command = {
  name: 'doctor',
  summary: 'examine the access to the registrar and say who must do what',
  usage: ['doctor [--other-environment] [--echo <url> | --no-echo]'],
  about: [
    'Looks at the configuration, the outgoing address, the way to the registrar, its clock, one authenticated read, the balance and the quota. It only reads, and prints no key. What must be mended first stands at the top, with its causes in order of likelihood; causes that the evidence cannot tell apart are shown as equals.',
    'Only with --other-environment is the key sent to the other environment too, with one read, where this one refuses it: that tells a key of the wrong environment from a wrong key.',
    'The exit code is that of the worst finding: 0 nothing failed, 2 configuration, 3 credentials, 4 access, 5 rate limit, 7 balance, 9 the registrar or the way to it.',
  ],
  options: [...connectionOptions, 'other-environment', 'other-base-url', 'echo', 'no-echo'],
  examples: [
    'registrar doctor',
    'registrar doctor --provider namecheap --environment test --other-environment',
    'registrar doctor --no-echo --json',
    'registrar doctor --simulate',
  ],
  async run({ words, values }, session) {
    noWords(words, 'doctor');
    const options = readOptions(values, session);
    const config = await session.configuration();
    session.printer.progress.show('examining the access to the registrar');
    const report = await diagnoseRegistrar(config, await loadProviders(), session.runtime, options);
    // Half an examination would pass for a whole one.
    session.io.signal.throwIfAborted();
    const configuration = session.configurationSource;
    session.printer.report({ ...withoutRemedies(report), configuration }, (layout) =>
      accessLines(report, configuration, layout),
    );
    return exitCodeOfReport(report);
  },
};

function readOptions(values: OptionValues, { io }: Session): DiagnoseOptions {
  const { echo = [], 'other-base-url': baseUrl } = values;
  if (echo.length > 0 && values['no-echo'] === true)
    throw new UsageError('--echo and --no-echo exclude each other', 'give one of the two');
  // Such URLs can hold a token, so that none is shown.
  if (!echo.every((service) => URL.canParse(service)))
    throw new UsageError('--echo is not a URL', 'give one such as https://api.ipify.org/');
  if (baseUrl !== undefined && !URL.canParse(baseUrl))
    throw new UsageError('--other-base-url is not a URL', 'give one as in baseUrl');
  const platform = detectPlatform(io.env);
  return {
    signal: io.signal,
    otherEnvironment: baseUrl === undefined ? values['other-environment'] === true : { baseUrl },
    ...(echo.length > 0 ? { echoServices: echo } : {}),
    ...(values['no-echo'] === true ? { echoServices: [] } : {}),
    ...(platform === undefined ? {} : { platform }),
  };
}

/** The remedies of every cause are a book; those that matter stand in the diagnosis. */
function withoutRemedies(report: AccessDiagnosis): object {
  return {
    ...report,
    checks: report.checks.map(({ evidence, ...check }) =>
      evidence === undefined ? check : { ...check, evidence: slim(evidence) },
    ),
    evidence: slim(report.evidence),
  };
}

function slim(evidence: Evidence): object {
  return Object.fromEntries(Object.entries(evidence).filter(([field]) => field !== 'remedies'));
}

function exitCodeOfReport({ exitCode }: AccessDiagnosis): ExitCode {
  return Object.values(exitCodes).find((code) => code === exitCode) ?? exitCodes.provider;
}
