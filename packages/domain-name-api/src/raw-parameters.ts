import { quoteValue, type InputIssue } from '@registrar-kit/core';

/** What a raw call sends beside its method and path. */
export interface DomainNameApiRawParameters {
  /** Sent as forms do it, with the names exactly as given. */
  readonly query?: Readonly<Record<string, string | number | boolean>>;
  /** Sent as JSON. */
  readonly body?: unknown;
}

/** The parameters of a raw call as plain data of our own. */
interface ReadParameters {
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** The same without what means nothing to the gateway: the order of the names and their case. */
  readonly fields: unknown;
  /** What must not come back in a message or an event. */
  readonly personal: readonly string[];
  readonly issues: readonly InputIssue[];
}

/**
 * Reads the parameters once, and copies them: what is recorded is then what is sent, also where the caller changes its objects
 * while the call waits for its turn.
 */
export function readRawParameters(parameters: unknown): ReadParameters {
  try {
    return copyOf(parameters);
  } catch {
    const problem = 'cannot be read, or is nested too deeply';
    return refused([
      { path: 'parameters', problem, cure: 'give plain data, such as JSON.parse answers' },
    ]);
  }
}

function copyOf(parameters: unknown): ReadParameters {
  if (!isObject(parameters))
    return refused([
      { path: 'parameters', problem: 'is not an object', cure: 'give { query, body }' },
    ]);
  const { query = {}, body, ...others } = parameters;
  const issues: InputIssue[] = Object.keys(others).map((name) => ({
    path: `parameters.${shownName(name)}`,
    problem: 'is not a field of a raw call',
    cure: 'give query and body',
  }));
  const texts: [name: string, text: string][] = [];
  if (!isObject(query)) {
    const cure = 'give names and values';
    issues.push({ path: 'parameters.query', problem: 'is not an object', cure });
  } else {
    for (const [name, value] of Object.entries(query)) {
      if (['string', 'number', 'boolean'].includes(typeof value)) {
        texts.push([name, String(value)]);
        continue;
      }
      const path = `parameters.query.${shownName(name)}`;
      const problem = 'is not text, a number or true or false';
      issues.push({ path, problem, cure: 'write it as text' });
    }
  }
  const json = toJson(body);
  if (body !== undefined && json === undefined)
    issues.push({
      path: 'parameters.body',
      problem: 'cannot be written as JSON',
      cure: 'give plain data',
    });
  if (issues.length > 0) return refused(issues);
  const copy = Object.fromEntries(texts);
  const sentBody: unknown = json === undefined ? undefined : JSON.parse(json);
  return {
    query: copy,
    body: sentBody,
    fields: [inOneOrder(copy), inOneOrder(sentBody ?? null)],
    personal: [...personalTextsIn(copy), ...personalTextsIn(sentBody)],
    issues,
  };
}

function refused(issues: readonly InputIssue[]): ReadParameters {
  return { query: {}, body: undefined, fields: undefined, personal: [], issues };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A caller's own name of a field as it may stand in a message. */
function shownName(name: string): string {
  return quoteValue(name.slice(0, 40)).slice(1, -1);
}

/** `undefined` for what has no JSON. */
function toJson(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}

/** Objects as sorted lists: the gateway cares neither for the order of names nor for their case. */
function inOneOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOneOrder);
  if (!isObject(value)) return value;
  return Object.entries(value)
    .map(([name, inner]) => [name.toLowerCase(), inOneOrder(inner)] as const)
    .sort(([left], [right]) => (left < right ? -1 : Number(left > right)));
}

// What a refusal may well quote: it is no secret, and the message is of no use without it.
const quotable =
  /^(?:domainName|hostName|newHostName|recordName|recordType|currency|type|objectId|orderId|sorting|filterText)$/i;

/** All that a caller sends, since nobody knows which of it are auth codes, numbers of identity cards or other personal data. */
function personalTextsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  if (typeof value === 'number') return [String(value)];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) =>
    quotable.test(name) && typeof inner !== 'object' ? [] : personalTextsIn(inner),
  );
}
