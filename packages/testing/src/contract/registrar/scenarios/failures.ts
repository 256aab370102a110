import type { AnyRegistrarError, Effect, ErrorCode } from '@registrar-kit/core';
import type { Situation } from '../situation.js';
import { wants, wantsSame } from '../wants.js';

/** A request that fails, and what it must become. */
export interface Failure {
  readonly situation: FailingSituation;
  readonly codes: readonly ErrorCode[];
  readonly why: string;
  /** What else the error must say. */
  readonly check?: (error: AnyRegistrarError) => void;
  /** Whether the vendor has said that nothing was done. */
  readonly isRefusal: boolean;
  /** What a write may say of its effect. @defaultValue none for refusals, else unknown */
  readonly writeEffects?: readonly Effect[];
}

type FailingSituation = Extract<
  Situation,
  | 'rate-limited'
  | 'ip-not-allowed'
  | 'key-rejected'
  | 'account-locked'
  | 'server-error'
  | 'html-page'
  | 'login-redirect'
  | 'other-redirect'
  | 'empty-answer'
  | 'truncated-answer'
  | 'answer-lost-before-commit'
  | 'answer-lost-after-commit'
>;

const table: { readonly [Name in FailingSituation]: Omit<Failure, 'situation'> } = {
  'rate-limited': {
    codes: ['RATE_LIMITED'],
    why: 'the vendor was asked too often',
    isRefusal: true,
    // Not every vendor says that it counts before it acts.
    writeEffects: ['none', 'unknown'],
    check: (error) => {
      const { source } = error as Extract<AnyRegistrarError, { code: 'RATE_LIMITED' }>;
      wantsSame([error.status, source], [429, 'registrar'], 'status 429, from the registrar');
    },
  },
  'ip-not-allowed': {
    codes: ['ACCESS_DENIED'],
    why: 'the address is refused, not the key',
    isRefusal: true,
    check: (error) => {
      wantsSame(error.status, 403, 'status 403');
      wants(!error.retryable, 'that trying again does not help', error.retryable);
    },
  },
  'key-rejected': {
    codes: ['AUTHENTICATION_FAILED'],
    why: 'the key is refused',
    isRefusal: true,
    check: (error) => {
      wantsSame(error.status, 401, 'status 401');
      wants(!error.retryable, 'that trying again does not help', error.retryable);
    },
  },
  'account-locked': {
    codes: ['ACCESS_DENIED'],
    why: 'the vendor knows who asks, and lets nobody of that account in',
    isRefusal: true,
    check: (error) => wantsSame(error.status, 403, 'status 403'),
  },
  'server-error': {
    codes: ['PROVIDER_UNAVAILABLE', 'PROVIDER_ERROR'],
    why: 'the vendor has a breakdown of its own',
    isRefusal: false,
  },
  'html-page': {
    codes: ['UNEXPECTED_RESPONSE'],
    why: 'a web page is no answer of the interface',
    isRefusal: false,
    check: (error) => {
      const { kind } = error as Extract<AnyRegistrarError, { code: 'UNEXPECTED_RESPONSE' }>;
      wantsSame(kind, 'html', 'the kind of what came');
    },
  },
  'login-redirect': {
    codes: ['AUTHENTICATION_FAILED'],
    why: 'the vendor sends to its login page whom it does not know',
    isRefusal: true,
  },
  'other-redirect': {
    codes: ['UNEXPECTED_RESPONSE'],
    why: 'only a redirect to a login page is about the credentials',
    isRefusal: false,
  },
  'empty-answer': {
    codes: ['UNEXPECTED_RESPONSE'],
    why: 'nothing is no answer',
    isRefusal: false,
  },
  'truncated-answer': {
    codes: ['UNEXPECTED_RESPONSE', 'TRANSPORT_FAILED'],
    why: 'half an answer is none',
    isRefusal: false,
  },
  'answer-lost-before-commit': {
    codes: ['TRANSPORT_FAILED'],
    why: 'the connection broke',
    isRefusal: false,
  },
  'answer-lost-after-commit': {
    codes: ['TRANSPORT_FAILED'],
    why: 'the connection broke',
    isRefusal: false,
  },
};

/** Every failure of a single request. */
export const failures: readonly Failure[] = (Object.keys(table) as FailingSituation[]).map(
  (situation) => ({ situation, ...table[situation] }),
);
