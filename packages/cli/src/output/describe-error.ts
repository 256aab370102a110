import { isNativeError } from 'node:util/types';
import {
  formatMoney,
  isRegistrarError,
  type AnyRegistrarError,
  type InputIssue,
} from '@registrar-kit/core';
import { isUsageError } from '../usage-error.js';
import { wrapText } from './display-width.js';
import { printable } from './printable.js';
import { findingLines, indented, type TextLayout } from './describe-finding.js';

export interface ErrorLayout extends TextLayout {
  /** Where the configuration came from, for errors about it. */
  readonly configuration?: string | undefined;
  /** The command to run next. */
  readonly next?: string | undefined;
}

const findingsShown = 3;

/** An error for a person: what happened, what is likely wrong, who must act and what to do. */
export function describeError(error: unknown, layout: ErrorLayout): string {
  const lines = isUsageError(error)
    ? [...heading(error.message, layout), ...indented(error.hint, layout)]
    : isRegistrarError(error)
      ? registrarErrorLines(error, layout)
      : internalErrorLines(error, layout);
  return `${lines.join('\n')}\n`;
}

/** An error for a program. */
export function errorToJson(error: unknown): { readonly error: Record<string, unknown> } {
  if (isUsageError(error) || isRegistrarError(error)) return { error: error.toJSON() };
  const { kind } = readInternal(error);
  return {
    error: { name: 'InternalError', code: 'INTERNAL_ERROR', message: internalMessage(kind) },
  };
}

function registrarErrorLines(error: AnyRegistrarError, layout: ErrorLayout): string[] {
  const { diagnosis } = error;
  const hidden = diagnosis.length - findingsShown;
  return [
    ...heading(errorTitle(error), layout),
    ...errorFacts(error, layout.configuration).flatMap((fact) => indented(fact, layout)),
    ...nextLines(layout),
    ...diagnosis
      .slice(0, findingsShown)
      .flatMap((finding, index) => [
        '',
        ...findingLines(index === 0 ? 'Cause' : 'Or', finding, error.message, layout),
      ]),
    ...(hidden > 0
      ? ['', `and ${String(hidden)} more possible causes; --json shows them all`]
      : []),
  ];
}

/** On a line of its own however long it is, so that it can be copied. */
function nextLines({ next, paint }: ErrorLayout): string[] {
  return next === undefined
    ? []
    : ['  run next, now or later:', `    ${paint('bold', printable(next))}`];
}

/** Several faults are easier to read one a line; the message has them all in one. */
export function errorTitle(error: AnyRegistrarError): string {
  const issues = issuesOf(error);
  if (issues.length < 2) return error.message;
  const subject = error.domain === undefined ? '' : ` (${error.domain})`;
  return `${error.provider}: ${error.operation}${subject}: ${String(issues.length)} faults`;
}

function issuesOf(error: AnyRegistrarError): readonly InputIssue[] {
  return error.code === 'INVALID_INPUT' || error.code === 'CONFIGURATION_INVALID'
    ? error.issues
    : [];
}

/** What else it states: each fault, the vendor's own words, when to try again. */
export function errorFacts(error: AnyRegistrarError, configuration?: string): string[] {
  const issues = issuesOf(error);
  const facts =
    issues.length < 2
      ? []
      : issues.map(({ path, problem, cure }) => `- ${path}: ${problem}; ${cure}`);
  const { vendor } = error;
  if (vendor !== undefined) {
    const said = [vendor.code, vendor.message].filter((part) => part !== undefined).join(': ');
    const status = vendor.httpStatus === undefined ? '' : `HTTP ${String(vendor.httpStatus)}`;
    const text = [said, status].filter((part) => part !== '').join(', ');
    if (text !== '') facts.push(`${error.provider} answered: ${text}`);
  }
  if (error.code === 'CONFIGURATION_INVALID' && configuration !== undefined)
    facts.push(`configuration: ${configuration}`);
  if (error.code === 'RATE_LIMITED' && error.retryAfterMs !== undefined)
    facts.push(`try again in ${String(Math.ceil(error.retryAfterMs / 1000))} s`);
  if (error.code === 'PRICE_CHANGED' && error.current !== undefined)
    facts.push(`price now: ${formatMoney(error.current)}`);
  if (error.code === 'OUTCOME_UNKNOWN') facts.push(`order: ${JSON.stringify(error.handle)}`);
  if (error.effect === 'unknown')
    facts.push('the registrar may have acted: look before you order again');
  return facts;
}

/** The text of an unexpected error may hold anything, so only its kind and where it arose are shown. */
function internalErrorLines(error: unknown, layout: ErrorLayout): string[] {
  const { kind, frames } = readInternal(error);
  return [...heading(internalMessage(kind), layout), ...frames];
}

function internalMessage(kind: string): string {
  return `internal ${kind}; this is a fault of registrar-kit, please report it`;
}

function readInternal(error: unknown): { readonly kind: string; readonly frames: string[] } {
  if (!isNativeError(error)) return { kind: typeof error, frames: [] };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { kind: error.name, frames: frames.slice(0, 5) };
}

function heading(message: string, { width, paint }: ErrorLayout): string[] {
  const [first = '', ...rest] = wrapText(`error: ${printable(message)}`, width);
  return [paint('red', first), ...rest.map((line) => paint('red', line))];
}
