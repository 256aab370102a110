import type { SimulatorRequest, SimulatorResponse, WorldFault } from '@registrar-kit/testing';
import { addressRefused, rejected, type GateOptions } from './gate.js';
import type { Route } from './route.js';
import type { VendorCall } from './vendor-call.js';
import { empty, json, loginRedirect } from './vendor-reply.js';

const defaultDelayMs = 1000;

/** Answers a call, or lets the fault that was planned for it happen. */
export function runUnderFaults(
  request: SimulatorRequest,
  route: Route,
  call: VendorCall,
  rejection: GateOptions['rejection'],
): SimulatorResponse {
  const domains = route.domains(call);
  const fault = call.world.faults.take({ operation: route.operations, domain: domains });
  if (fault === undefined) return route.answer(call);
  switch (fault.fault) {
    case 'answer-lost-before-commit':
      return { kind: 'drop' };
    case 'commit-after-reconcile-read':
      if (route.writes && domains[0] !== undefined) {
        call.world.commitAfterNextRead(domains[0], () => void route.answer(call));
      }
      return { kind: 'drop' };
    case 'html-page':
      return htmlPage();
    case 'login-redirect':
      return loginRedirect(request.path);
    case 'other-redirect':
      return {
        kind: 'reply',
        status: 301,
        headers: { location: 'https://www.example.com/' },
        body: '',
      };
    case 'rate-limited':
      return empty(429);
    case 'server-error':
      return empty(502);
    case 'ip-not-allowed':
      return addressRefused();
    case 'key-rejected':
      return rejected(request, rejection);
    case 'account-locked':
      return empty(403);
    case 'answer-lost-after-commit':
      route.answer(call);
      return { kind: 'drop' };
    case 'empty-answer':
      return { ...withoutBody(route.answer(call)) };
    case 'truncated-answer':
      return truncated(route.answer(call));
    case 'slow-answer':
      return slowly(route.answer(call), fault);
    case 'missing-row':
      return withoutRow(route.answer(call), fault.domain);
  }
}

function htmlPage(): SimulatorResponse {
  const body =
    '<!DOCTYPE html>\n<html><head><title>Maintenance</title></head><body><h1>We will be back soon</h1></body></html>\n';
  return {
    kind: 'reply',
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body,
  };
}

/** Answers are replies here; the other kinds come from faults alone. */
function asReply(answer: SimulatorResponse): Extract<SimulatorResponse, { kind: 'reply' }> {
  if (answer.kind === 'reply') return answer;
  throw new Error(`a route answered with ${answer.kind}`);
}

function withoutBody(answer: SimulatorResponse): SimulatorResponse {
  return { ...asReply(answer), body: '' };
}

/** An answer without a body cannot end early, so one with a body takes its place. */
function truncated(answer: SimulatorResponse): SimulatorResponse {
  const reply = asReply(answer);
  const { status, headers, body } = reply.body === '' ? asReply(json({ success: true })) : reply;
  return {
    kind: 'truncate',
    status,
    headers,
    body,
    bytes: Math.floor(Buffer.byteLength(body) / 2),
  };
}

function slowly(
  answer: SimulatorResponse,
  { delayMs = defaultDelayMs }: WorldFault,
): SimulatorResponse {
  return { ...asReply(answer), delayMs };
}

/** Takes the row of a domain, or the first one, out of a list or a batch. */
function withoutRow(answer: SimulatorResponse, domain: string | undefined): SimulatorResponse {
  const reply = asReply(answer);
  if (reply.body === '') return reply;
  const value = Object(JSON.parse(reply.body)) as Record<string, unknown>;
  const field = ['infos', 'items'].find((name) => Array.isArray(value[name]));
  if (field === undefined) return reply;
  const rows = value[field] as readonly { readonly domainName?: string; readonly name?: string }[];
  const index =
    domain === undefined
      ? 0
      : rows.findIndex((row) => row.domainName === domain || row.name === domain);
  return {
    ...reply,
    body: JSON.stringify({ ...value, [field]: rows.filter((_row, at) => at !== index) }),
  };
}
