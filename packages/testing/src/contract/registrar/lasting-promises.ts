import { inspect } from 'node:util';
import type { Secret } from '@registrar-kit/core';
import { isRegistrarError, readCalendarDate } from '@registrar-kit/core';
import type { RegistrarHarness } from './registrar-harness.js';
import type { Stage } from './stage.js';
import { wants, wantsSame } from './wants.js';

/** What must be true at the end of every scenario, whatever it was about. */
export async function assertLastingPromises(
  stage: Stage,
  { secrets }: Pick<RegistrarHarness, 'secrets'>,
): Promise<void> {
  const { witness, events } = stage;
  const rows = await stage.rows();
  assertEventsPaired(stage);
  for (const { operation, value } of witness.results) {
    assertPlain(value, `what ${operation} answered`);
    assertDates(value, operation);
  }
  for (const { operation, error } of witness.errors) assertSoundError(error, operation);
  for (const event of events) assertPlain(event, `the event ${event.type}`);
  for (const row of rows) assertPlain(row, `the journal row of ${row.kind}`);

  const credentials = formsOf([...secrets, ...witness.secrets]);
  const everywhere = [
    ...events.map((event) => [`the event ${event.type}`, event] as const),
    ...rows.map((row) => [`the journal row of ${row.kind}`, row] as const),
    ...witness.errors.map(({ operation, error }) => [`the error of ${operation}`, error] as const),
  ];
  for (const [where, value] of [
    ...everywhere,
    ...witness.results.map(
      ({ operation, value: result }) => [`the result of ${operation}`, result] as const,
    ),
  ])
    assertSilent(value, where, credentials, 'credential or auth code');
  for (const [where, value] of everywhere)
    assertSilent(value, where, [personalCanary], 'personal data of a contact');
}

/** Stands in every contact of the suite, and in nothing else. In lower case. */
export const personalCanary = 'canarydotter';

/** Every call is announced once and ended once. */
function assertEventsPaired({ events }: Stage): void {
  const open = new Map<string, string>();
  const ended = new Set<string>();
  for (const event of events) {
    if (!event.type.startsWith('operation.')) continue;
    const { type, operation, requestId } = event;
    wants(
      requestId !== undefined && requestId !== '',
      'a requestId in the events of an operation, so that they can be joined',
      event,
    );
    if (type === 'operation.started') {
      const isNew = !open.has(requestId) && !ended.has(requestId);
      wants(isNew, 'one operation.started for each call', event);
      open.set(requestId, operation);
      continue;
    }
    wants(
      open.get(requestId) === operation,
      'operation.started before the end of a call, of the same operation',
      event,
    );
    open.delete(requestId);
    ended.add(requestId);
  }
  const unended = [...open.values()];
  wantsSame(unended, [], 'operation.succeeded or operation.failed for every call that has ended');
}

/** Nothing but what JSON carries, errors of this library and secrets. Nothing at all is an answer too. */
function assertPlain(value: unknown, where: string, path = ''): void {
  if (value === undefined && path === '') return;
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return;
  if (isSecret(value)) return;
  if (isRegistrarError(value)) {
    assertSoundError(value, where);
    return;
  }
  const at = `nothing but plain data that survives JSON in ${where}${path === '' ? '' : ` (${path})`}`;
  if (typeof value === 'number') {
    wants(Number.isFinite(value), at, value);
    return;
  }
  // A field that is there without a value is lost in JSON, so that the copy is another object.
  wants(typeof value === 'object' && (Array.isArray(value) || isPlainObject(value)), at, value);
  for (const [key, inner] of Object.entries(value))
    assertPlain(inner, where, path === '' ? key : `${path}.${key}`);
}

/** Fields are called after what they hold: a day ends in On, an instant in At or Until. */
function assertDates(value: unknown, operation: string): void {
  if (typeof value !== 'object' || value === null || isSecret(value)) return;
  for (const [key, inner] of Object.entries(value)) {
    if (/[a-z]On$/.test(key) && typeof inner === 'string')
      wants(
        readCalendarDate(inner) !== undefined,
        `a date of the form YYYY-MM-DD in ${key} of what ${operation} answered`,
        inner,
      );
    else if (/[a-z](At|Until)$/.test(key) && typeof inner === 'string')
      wants(
        !Number.isNaN(Date.parse(inner)),
        `an ISO instant in ${key} of what ${operation} answered`,
        inner,
      );
    else assertDates(inner, operation);
  }
}

function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  // Of another realm under some runners, so not compared with Object.prototype itself.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function isSecret(value: unknown): value is Secret {
  return typeof value === 'object' && value !== null && 'reveal' in value;
}

/** What every error must hold. */
function assertSoundError(error: unknown, operation: string): void {
  wants(
    isRegistrarError(error),
    `errors of this library and nothing else from ${operation}`,
    error,
  );
  const { message, provider, diagnosis, effect } = error;
  wants(
    message.startsWith(`${provider}: ${error.operation}`) && !message.endsWith('.'),
    'a message of the form "provider: operation (subject): reason", without a full stop',
    message,
  );
  wants(diagnosis.length > 0, 'a diagnosis that is never empty', diagnosis);
  wants(['none', 'applied', 'unknown'].includes(effect), 'an effect', effect);
  wants(
    !error.retryable || effect === 'none',
    'retryable only where nothing can have been done',
    error.toJSON(),
  );
  const json = error.toJSON();
  wantsSame(JSON.parse(JSON.stringify(json)), json, 'toJSON() that survives JSON');
  wantsSame(
    [json['code'], json['status'], json['effect'], json['message']],
    [error.code, error.status, effect, message],
    'toJSON() that says what the error says',
  );
}

/** A secret, and how it looks once it has been encoded. */
function formsOf(secrets: readonly string[]): readonly string[] {
  const forms = secrets.flatMap((secret) => [
    secret,
    encodeURIComponent(secret),
    Buffer.from(secret).toString('base64').replace(/=+$/, ''),
  ]);
  return [...new Set(forms.map((form) => form.toLowerCase()))];
}

function assertSilent(
  value: unknown,
  where: string,
  forbidden: readonly string[],
  kind: string,
): void {
  const text = printed(value).toLowerCase();
  const found = forbidden.some((secret) => text.includes(secret));
  // Not what was found: the message of a failed test is printed as well.
  wants(!found, `no ${kind} in ${where}, however it is printed`, 'one that shows it');
}

/** Everything that a value shows in any usual way. */
function printed(value: unknown): string {
  const texts = [
    inspect(value, {
      depth: 12,
      showHidden: true,
      getters: true,
      maxArrayLength: 500,
      maxStringLength: null,
    }),
  ];
  try {
    const json: unknown = JSON.stringify(value);
    if (typeof json === 'string') texts.push(json);
  } catch {
    // Told elsewhere: what cannot be JSON is not plain.
  }
  if (typeof value === 'object' && value !== null && 'message' in value)
    texts.push(`${String(value.message)}\n${'stack' in value ? String(value.stack) : ''}`);
  return texts.join('\n');
}
