import type { OperationName } from '@registrar-kit/core';
import type { RegistryWorld } from '../world/registry-world.js';
import type { SimulatorResponse } from './simulator-response.js';

/** How a vendor refuses callers whatever they ask for. */
export interface VendorRefusals {
  /** A wrong key. */
  readonly keyRejected: () => SimulatorResponse;
  /** An address that is not on the allow-list. */
  readonly addressRefused: () => SimulatorResponse;
  readonly accountLocked: () => SimulatorResponse;
  readonly tooManyRequests: () => SimulatorResponse;
  /** The vendor's status for a breakdown of its own. */
  readonly brokenDown: () => SimulatorResponse;
}

/** What a request is about, for faults that strike one operation or one domain. */
export interface FaultSubject {
  /** The operations of the contract that such a request serves. */
  readonly operations: readonly OperationName[];
  readonly domains: readonly string[];
  /** Whether it changes something. */
  readonly writes: boolean;
}

/** What is the vendor's own of the answers that faults make. */
export interface FaultForms {
  readonly refusals: VendorRefusals;
  /** Where lists stand in the JSON of an answer, and what their rows call the domain. */
  readonly rows: { readonly lists: readonly string[]; readonly name: string };
}

type Reply = Extract<SimulatorResponse, { readonly kind: 'reply' }>;

const defaultDelayMs = 1000;

/**
 * Answers a request, or lets the fault happen that the world plans for it. For simulators whose answers are JSON. Whether the
 * request is carried out is the same at every vendor, see `faultNames`.
 *
 * @param carryOut - does what the request asks for, and makes the answer
 */
export function answerUnderFaults(
  world: RegistryWorld,
  { operations, domains, writes }: FaultSubject,
  carryOut: () => SimulatorResponse,
  { refusals, rows }: FaultForms,
): SimulatorResponse {
  const planned = world.faults.take({ operation: operations, domain: domains });
  if (planned === undefined) return carryOut();
  switch (planned.fault) {
    case 'answer-lost-before-commit':
      return { kind: 'drop' };
    case 'answer-lost-after-commit':
      carryOut();
      return { kind: 'drop' };
    case 'commit-after-reconcile-read':
      if (writes && domains[0] !== undefined)
        world.commitAfterNextRead(domains[0], () => void carryOut());
      return { kind: 'drop' };
    case 'html-page':
      return page;
    case 'login-redirect':
      return redirectTo('/login');
    case 'other-redirect':
      return redirectTo('https://www.example.com/');
    case 'rate-limited':
      return refusals.tooManyRequests();
    case 'server-error':
      return refusals.brokenDown();
    case 'ip-not-allowed':
      return refusals.addressRefused();
    case 'key-rejected':
      return refusals.keyRejected();
    case 'account-locked':
      return refusals.accountLocked();
    case 'empty-answer':
      return { ...replyOf(carryOut()), body: '' };
    case 'truncated-answer':
      return truncated(replyOf(carryOut()));
    case 'slow-answer':
      return { ...replyOf(carryOut()), delayMs: planned.delayMs ?? defaultDelayMs };
    case 'missing-row':
      return withoutRow(replyOf(carryOut()), rows, planned.domain);
  }
}

const page: SimulatorResponse = {
  kind: 'reply',
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: '<!DOCTYPE html>\n<html><head><title>Maintenance</title></head><body><h1>We will be back soon</h1></body></html>\n',
};

function redirectTo(location: string): SimulatorResponse {
  return { kind: 'reply', status: 302, headers: { location }, body: '' };
}

/** An answer without a body cannot end early, so one with a body takes its place. */
function truncated({ status, headers, body: given }: Reply): SimulatorResponse {
  const body = given === '' ? JSON.stringify({ answer: 'cut' }) : given;
  const bytes = Math.floor(Buffer.byteLength(body) / 2);
  return { kind: 'truncate', status, headers, body, bytes };
}

/** Takes the row of a domain, or the first one, out of the first list. */
function withoutRow(
  reply: Reply,
  { lists, name }: FaultForms['rows'],
  domain: string | undefined,
): SimulatorResponse {
  if (reply.body === '') return reply;
  const answer = Object(JSON.parse(reply.body)) as Record<string, unknown>;
  const list = lists.find((field) => Array.isArray(answer[field]));
  if (list === undefined) return reply;
  const all = answer[list] as readonly Readonly<Record<string, unknown>>[];
  const missing = domain === undefined ? 0 : all.findIndex((row) => row[name] === domain);
  const body = JSON.stringify({ ...answer, [list]: all.filter((_row, at) => at !== missing) });
  return { ...reply, body };
}

/** Answers are replies; the other kinds come from faults alone. */
function replyOf(answer: SimulatorResponse): Reply {
  if (answer.kind === 'reply') return answer;
  throw new Error(`a simulator answered with ${answer.kind} where no fault was planned`);
}
