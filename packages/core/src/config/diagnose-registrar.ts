import type { Diagnosis, Finding } from '../diagnosis/diagnosis.js';
import type { Evidence } from '../diagnosis/evidence.js';
import { leadingFindings } from '../diagnosis/leading-findings.js';
import { mergeEvidence } from '../diagnosis/merge-evidence.js';
import type {
  CheckOutcome,
  DiagnoseOptions,
  ProbeContext,
  ProbeResult,
  RegistrarProbe,
} from '../diagnosis/probe.js';
import type { AnyRegistrarError } from '../errors/any-registrar-error.js';
import type { ErrorCode } from '../errors/error-code.js';
import { isRegistrarError } from '../errors/is-registrar-error.js';
import { ProviderError } from '../errors/provider-error.js';
import type { Registrar } from '../registrar.js';
import type { Environment } from '../values/environment.js';
import { systemClock } from './clock.js';
import { checkConfiguration, type CheckedConfiguration } from './check-configuration.js';
import type { RegistrarProvider } from './registrar-provider.js';
import type { RegistrarRuntime } from './registrar-runtime.js';

/** One check of a report: what was checked, what it shows, what to do next. */
export interface CheckReport extends ProbeResult {
  readonly id: string;
  readonly title: string;
  readonly next: readonly string[];
  readonly durationMs: number;
  /** Of `error`, ranked with everything that all the checks found. */
  readonly diagnosis?: Diagnosis;
}

/** The failure that matters most: mend this one first. */
export interface WorstFinding {
  /** The id of the check that found it. */
  readonly check: string;
  readonly code: ErrorCode;
  readonly diagnosis: Diagnosis;
  /** The findings that are equally likely; more than one means that the evidence cannot tell them apart. */
  readonly leading: readonly [Finding, ...Finding[]];
}

/** What an examination of the access to a registrar found. Plain data once it is JSON; nothing secret is in it. */
export interface AccessDiagnosis {
  /** A provider's id, or `registrar-kit` when the configuration names none that is known. */
  readonly provider: string;
  readonly environment: Environment | undefined;
  /** ISO instant at which it began. */
  readonly at: string;
  /** Whether what was read came from a simulator. */
  readonly simulated: boolean;
  readonly checks: readonly CheckReport[];
  /** The worst outcome of all checks; `not_checked` when nothing failed and something could not be checked. */
  readonly outcome: CheckOutcome;
  /** `undefined` when no check failed. */
  readonly worst: WorstFinding | undefined;
  /** For a command: 0 nothing failed, 2 configuration, 3 authentication, 4 access, 5 rate limit, 7 funds, 9 provider or transport. */
  readonly exitCode: number;
  /** Everything that the checks found, as the diagnosis weighed it. */
  readonly evidence: Evidence;
}

const DEFAULT_TIMEOUT_MS = 10_000;
/** For a check to say what it knows when the examination is ended. */
const GRACE_MS = 250;

/**
 * Examines the access to the registrar that a configuration names, and says what was checked, what it shows and what to do.
 *
 * It only reads, and charges nothing. It never throws for what it finds, a broken configuration and a missing network
 * included: what cannot be checked is `not_checked`, with the reason.
 *
 * @param config - as for `createRegistrar`
 * @param options - the other environment is tried on permission only
 */
export async function diagnoseRegistrar(
  config: unknown,
  providers: readonly RegistrarProvider[],
  runtime: RegistrarRuntime = {},
  options: DiagnoseOptions = {},
): Promise<AccessDiagnosis> {
  const clock = runtime.clock ?? systemClock;
  const at = new Date(clock.now()).toISOString();
  const startedAt = clock.elapsed();
  const checked = checkConfiguration(config, providers, runtime);
  const checks: CheckReport[] = [
    report(
      { id: 'configuration', title: 'Configuration' },
      checked.result,
      clock.elapsed() - startedAt,
    ),
  ];
  // What somebody knows counts for more than what the settings leave open.
  const known = mergeEvidence(
    options.platform === undefined ? {} : { platform: options.platform },
    options.evidence ?? {},
  );
  let evidence = mergeEvidence(checked.result.evidence ?? {}, known);
  for (const probe of checked.provider?.probes ?? []) {
    const begun = clock.elapsed();
    const result = await runProbe(probe, checks, checked, { runtime, options, evidence });
    if (result === undefined) continue;
    evidence = mergeEvidence(mergeEvidence(evidence, result.evidence ?? {}), known);
    checks.push(report(probe, result, clock.elapsed() - begun));
  }
  return conclude(checks, checked, evidence, at);
}

interface Circumstances {
  readonly runtime: RegistrarRuntime;
  readonly options: DiagnoseOptions;
  readonly evidence: Evidence;
}

async function runProbe(
  probe: RegistrarProbe,
  earlier: readonly CheckReport[],
  checked: CheckedConfiguration,
  { runtime, options, evidence }: Circumstances,
): Promise<ProbeResult | undefined> {
  const resultOf = (id: string): CheckReport | undefined => earlier.find((each) => each.id === id);
  const missing = (probe.needs ?? [])
    .map(resultOf)
    .find((each) => each?.outcome === 'failed' || each?.outcome === 'not_checked');
  if (missing !== undefined)
    return notChecked(probe, `"${missing.title}" comes first and did not succeed`);
  const signal = options.signal ?? new AbortController().signal;
  if (signal.aborted) return notChecked(probe, 'the examination was ended before');
  const { provider, settings, registrar } = checked;
  const context: ProbeContext = {
    provider: provider?.id ?? 'registrar-kit',
    config: checked.config,
    settings,
    registrar,
    create: (config) => createOf(provider, config, runtime),
    runtime,
    options,
    timeoutMs: options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
    signal,
    evidence,
    resultOf,
  };
  try {
    const ended = notChecked(probe, 'the examination was ended meanwhile');
    return await unlessAborted(probe.run(context), signal, ended);
  } catch (thrown) {
    return { outcome: 'failed', checked: probe.title, shows: [], error: errorOf(thrown, context) };
  }
}

/** The result of a check, unless the caller wants no more of it: one that does not listen must hold up nobody. */
async function unlessAborted(
  work: Promise<ProbeResult | undefined>,
  signal: AbortSignal,
  ended: ProbeResult,
): Promise<ProbeResult | undefined> {
  let stop = (): void => undefined;
  const aborted = new Promise<ProbeResult>((resolve) => {
    // A check that listens answers itself, with what it knows.
    stop = (): void => void setTimeout(() => resolve(ended), GRACE_MS);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function createOf(
  provider: RegistrarProvider | undefined,
  config: unknown,
  runtime: RegistrarRuntime,
): Registrar {
  if (provider === undefined) throw new Error('there is no provider to create a registrar of');
  return provider.create(config, runtime);
}

function notChecked({ title }: RegistrarProbe, because: string): ProbeResult {
  return {
    outcome: 'not_checked',
    checked: `${title} was not checked`,
    shows: [`not checked: ${because}`],
  };
}

/** What a probe threw that is no error of this library could hold anything, so that only its place is told. */
function errorOf(thrown: unknown, { provider }: ProbeContext): AnyRegistrarError {
  if (isRegistrarError(thrown)) return thrown;
  return new ProviderError({
    provider,
    operation: 'diagnoseRegistrar',
    detail:
      'the check failed with an internal error; this is a fault of the library, please report it',
    causes: ['unclassified'],
  });
}

function report(
  { id, title }: Pick<RegistrarProbe, 'id' | 'title'>,
  result: ProbeResult,
  durationMs: number,
): CheckReport {
  return { next: [], ...result, id, title, durationMs: Math.round(durationMs) };
}

function conclude(
  checks: readonly CheckReport[],
  checked: CheckedConfiguration,
  evidence: Evidence,
  at: string,
): AccessDiagnosis {
  const diagnosed = checks.map((check): CheckReport =>
    check.error === undefined
      ? check
      : {
          ...check,
          diagnosis: check.error.diagnoseWith(evidence),
        },
  );
  const [worst] = diagnosed
    .filter(({ outcome }) => outcome === 'failed')
    .sort((left, right) => severity(left) - severity(right));
  return {
    provider: checked.provider?.id ?? 'registrar-kit',
    environment: checked.registrar?.environment ?? checked.result.error?.environment,
    at,
    simulated: checked.registrar?.simulated ?? false,
    checks: diagnosed,
    outcome: outcomeOf(diagnosed),
    worst:
      worst?.error === undefined || worst.diagnosis === undefined
        ? undefined
        : {
            check: worst.id,
            code: worst.error.code,
            diagnosis: worst.diagnosis,
            leading: leadingFindings(worst.diagnosis),
          },
    exitCode: worst === undefined ? 0 : exitCodes[worst.error?.code ?? 'PROVIDER_ERROR'],
    evidence,
  };
}

const worstFirst: readonly CheckOutcome[] = ['failed', 'not_checked', 'noticed', 'passed'];

function outcomeOf(checks: readonly CheckReport[]): CheckOutcome {
  return worstFirst.find((wanted) => checks.some(({ outcome }) => outcome === wanted)) ?? 'passed';
}

/** What must be mended first: the configuration, then what the registrar says, then the way to it. */
const bySeverity: readonly ErrorCode[] = [
  'CONFIGURATION_INVALID',
  'AUTHENTICATION_FAILED',
  'ACCESS_DENIED',
  'RATE_LIMITED',
];

function severity({ error }: CheckReport): number {
  const index = error === undefined ? -1 : bySeverity.indexOf(error.code);
  return index === -1 ? bySeverity.length : index;
}

const exitCodes: { readonly [Code in ErrorCode]: number } = {
  CONFIGURATION_INVALID: 2,
  INVALID_INPUT: 2,
  UNSUPPORTED_OPERATION: 2,
  AUTHENTICATION_FAILED: 3,
  ACCESS_DENIED: 4,
  RATE_LIMITED: 5,
  DOMAIN_NOT_FOUND: 6,
  DOMAIN_UNAVAILABLE: 6,
  INVALID_DOMAIN_STATE: 6,
  INSUFFICIENT_FUNDS: 7,
  PRICE_CHANGED: 7,
  OUTCOME_UNKNOWN: 8,
  CANCELLED: 9,
  PROVIDER_ERROR: 9,
  PROVIDER_UNAVAILABLE: 9,
  TIMEOUT: 9,
  TRANSPORT_FAILED: 9,
  UNEXPECTED_RESPONSE: 9,
};
