import { diagnose } from '../diagnosis/diagnose.js';
import type { Diagnosis } from '../diagnosis/diagnosis.js';
import type { ForeignFailure, ForeignRequest } from '../diagnosis/foreign-failure.js';
import type { AnyRegistrarError } from '../errors/any-registrar-error.js';
import { ConfigurationError } from '../errors/configuration-error.js';
import type { InputIssue } from '../errors/input-issue.js';
import type { Environment } from '../values/environment.js';
import type { RegistrarProvider } from './registrar-provider.js';

/** One side of the exchange with every secret taken out; safe to show and to keep. */
export interface RedactedMessage {
  readonly headers: Readonly<Record<string, string>>;
  /** At most 2,000 characters. */
  readonly body: string;
}

/** What a failure elsewhere means. Plain data once it is JSON; nothing secret is in it. */
export interface FailureExplanation {
  readonly provider: string;
  /** The environment that the host of the request belongs to, where that is known. */
  readonly environment: Environment | undefined;
  /** The vendor's command, or method and path, where the request shows it. */
  readonly target: string | undefined;
  /** The answer reports success: whoever took it for a failure misread it. */
  readonly succeeded: boolean;
  /** The error that this library would have thrown; `undefined` when the answer reports success. */
  readonly error: AnyRegistrarError | undefined;
  readonly diagnosis: Diagnosis;
  readonly request:
    (RedactedMessage & { readonly method: string; readonly url: string }) | undefined;
  readonly answer: RedactedMessage & { readonly status: number };
}

const BODY_SHOWN = 2000;
/** So much more than is shown that a secret which is cut here is not among it. */
const BODY_REDACTED = 64 * 1024;
/** Bodies longer than this are not worth reading for what they show of a failure. */
const BODY_READ = 1024 * 1024;

/**
 * Explains a failure that happened in another program, with the same tables and the same diagnosis as for our own calls.
 *
 * Nothing is sent. Keys and auth codes in the request and the answer are taken out at once.
 *
 * @throws ConfigurationError when `failure` is not of the documented form
 */
export async function explainFailure(
  provider: RegistrarProvider,
  failure: ForeignFailure,
): Promise<FailureExplanation> {
  const issues = readableFaultsOf(failure);
  if (issues.length > 0)
    throw new ConfigurationError({ provider: provider.id, operation: 'explainFailure', issues });
  const { request, status } = failure;
  const answer = {
    headers: lowerCased(failure.headers ?? {}),
    body: (failure.body ?? '').slice(0, BODY_READ),
  };
  const sent = request === undefined ? undefined : normalised(request);
  const { environment, target, error, evidence, redact } = await provider.readFailure({
    ...(sent === undefined ? {} : { request: sent }),
    status,
    ...answer,
  });
  const diagnosis =
    // Not every reader of replies hands on what shows in the request.
    error?.diagnoseWith(evidence) ??
    diagnose({
      code: 'UNEXPECTED_RESPONSE',
      detail: `the answer reports success (HTTP ${String(status)})`,
      causes: ['answer_misread'],
      evidence,
    });
  return {
    provider: provider.id,
    environment,
    target: target === undefined ? undefined : redact(target),
    succeeded: error === undefined,
    error,
    diagnosis,
    request:
      sent === undefined
        ? undefined
        : {
            method: redact(sent.method ?? ''),
            url: redact(sent.url ?? ''),
            ...redacted({ headers: sent.headers, body: sent.body ?? '' }, redact),
          },
    answer: { status, ...redacted(answer, redact) },
  };
}

function normalised(
  request: ForeignRequest,
): ForeignRequest & { readonly headers: Readonly<Record<string, string>> } {
  const { method, url, body } = request;
  return {
    ...(method === undefined ? {} : { method: method.trim().toUpperCase() }),
    ...(url === undefined ? {} : { url: url.trim() }),
    ...(body === undefined ? {} : { body: body.slice(0, BODY_READ) }),
    headers: lowerCased(request.headers ?? {}),
  };
}

function lowerCased(
  headers: Readonly<Record<string, string | readonly string[]>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.trim().toLowerCase(),
      [value].flat().join(', '),
    ]),
  );
}

function redacted(
  { headers, body }: RedactedMessage,
  redact: (text: string) => string,
): RedactedMessage {
  return {
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => {
        // A redactor knows a header by its name.
        const start = `${name}: `;
        const line = redact(start + value);
        return [redact(name), line.startsWith(start) ? line.slice(start.length) : '[redacted]'];
      }),
    ),
    // Secrets go before the cut: half a key is no longer recognised.
    body: redact(body.slice(0, BODY_REDACTED)).slice(0, BODY_SHOWN),
  };
}

/** What is no plain data can throw when it is looked at. */
function readableFaultsOf(failure: unknown): InputIssue[] {
  try {
    return faultsOf(failure);
  } catch {
    const problem = 'cannot be read: a field of it throws';
    return [{ path: 'failure', problem, cure: 'give plain data' }];
  }
}

function faultsOf(failure: unknown): InputIssue[] {
  if (typeof failure !== 'object' || failure === null)
    return [{ path: 'failure', problem: 'is not an object', cure: 'give { status, body, … }' }];
  const { request, status, headers, body } = failure as { readonly [Field in string]: unknown };
  const issues: InputIssue[] = [];
  const add = (path: string, problem: string, cure: string): void => {
    issues.push({ path, problem, cure });
  };
  const text = (path: string, value: unknown): void => {
    if (value !== undefined && typeof value !== 'string')
      add(path, 'is not text', 'give it as it stands in the log');
  };
  const named = (path: string, value: unknown): void => {
    if (value === undefined) return;
    const sound =
      typeof value === 'object' &&
      value !== null &&
      Object.values(value).every((each) =>
        [each].flat().every((part: unknown) => typeof part === 'string'),
      );
    if (!sound) add(path, 'is not an object of texts', 'give { name: value }');
  };
  if (typeof status !== 'number' || !Number.isInteger(status) || status < 100 || status > 599)
    add('status', 'is not an HTTP status', 'give the status of the answer, such as 401');
  text('body', body);
  named('headers', headers);
  if (request === undefined) return issues;
  if (typeof request !== 'object' || request === null) {
    add('request', 'is not an object', 'give { method, url, headers, body }, or leave it out');
    return issues;
  }
  const sent = request as { readonly [Field in string]: unknown };
  for (const field of ['method', 'url', 'body']) text(`request.${field}`, sent[field]);
  named('request.headers', sent['headers']);
  return issues;
}
