import { inspect } from 'node:util';
import assert from 'node:assert/strict';
import { isRegistrarError, type AnyRegistrarError, type ErrorCode } from '@registrar-kit/core';

type ErrorOf<Code extends ErrorCode> = Extract<AnyRegistrarError, { readonly code: Code }>;

/**
 * Fails with what the contract wants, and what came instead.
 *
 * @param what - completes the sentence "the contract wants …", with the reason where it is not plain
 */
export function wants(condition: boolean, what: string, came?: unknown): asserts condition {
  if (!condition) assert.fail(`the contract wants ${what}; instead came ${shown(came)}`);
}

/** Compares plain data, and says of what. */
export function wantsSame(actual: unknown, expected: unknown, what: string): void {
  try {
    // Copied first: what a native library made, a test runner may see as another realm's.
    assert.deepStrictEqual(copied(actual), copied(expected));
  } catch {
    assert.fail(`the contract wants ${what}: ${shown(expected)}; instead came ${shown(actual)}`);
  }
}

/** The error with which a call must fail. */
export async function refusalOf<Code extends ErrorCode>(
  call: Promise<unknown>,
  codes: Code | readonly Code[],
  why: string,
): Promise<ErrorOf<Code>> {
  const wanted = [codes].flat() as readonly Code[];
  const list = wanted.join(' or ');
  const settled = await settledOf(call);
  if (settled.status === 'done')
    return assert.fail(
      `the contract wants ${list}, since ${why}; instead the call succeeded with ${shown(settled.value)}`,
    );
  const { error } = settled;
  if (!isRegistrarError(error))
    return assert.fail(
      `the contract wants ${list}, since ${why}; instead came an error that is not of this library: ${shown(error)}`,
    );
  if (!(wanted as readonly string[]).includes(error.code))
    return assert.fail(
      `the contract wants ${list}, since ${why}; instead came ${error.code}: ${error.message}`,
    );
  return error as ErrorOf<Code>;
}

type Settled =
  | { readonly status: 'done'; readonly value: unknown }
  | { readonly status: 'failed'; readonly error: unknown };

/** What a call came to, whichever it is. */
export async function settledOf(call: Promise<unknown>): Promise<Settled> {
  try {
    return { status: 'done', value: await call };
  } catch (error) {
    return { status: 'failed', error };
  }
}

/** How long a call may go on after it should have ended; far above what any needs, so that a busy machine fails nothing. */
const patienceMs = 2500;

/** A call that must end by itself, since it was aborted or its deadline has come. */
export async function endsSoon<Result>(call: Promise<Result>, since: string): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(
        new assert.AssertionError({
          message: `the contract wants a call that ends when ${since}; instead it went on`,
        }),
      );
    }, patienceMs);
  });
  try {
    return await Promise.race([call, patience]);
  } finally {
    clearTimeout(timer);
  }
}

function shown(value: unknown): string {
  const text = inspect(value, { depth: 6, breakLength: 110 });
  return text.length > 1500 ? `${text.slice(0, 1500)} …` : text;
}

function copied(value: unknown): unknown {
  return value === undefined ? undefined : structuredClone(value);
}
