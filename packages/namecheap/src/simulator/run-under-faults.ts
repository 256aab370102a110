import type { Environment } from '@registrar-kit/core';
import type { SimulatorResponse, WorldFault } from '@registrar-kit/testing';
import type { CommandRequest, SimulatedCommand } from './command.js';
import { fail, type CommandError } from './command-answer.js';
import { toResponse, writeAnswer, writeGateError } from './envelope.js';
import { htmlPage, redirect, tooManyRequests } from './pages.js';

interface FaultyRequest extends Omit<CommandRequest, 'missing'> {
  readonly environment: Environment;
  readonly sourceAddress: string;
}

type Reply = SimulatorResponse & { readonly kind: 'reply' };

/** Runs a command as the world's fault plan wants it to go. */
export function runUnderFaults(
  command: SimulatedCommand,
  request: FaultyRequest,
): SimulatorResponse {
  const { world, parameters } = request;
  const domains = command.domains(parameters, world);
  const fault = world.faults.take({ operation: command.operations, domain: domains });
  const run = (missing?: CommandRequest['missing']): Reply =>
    toResponse(writeAnswer(command.run({ ...request, missing }), command.name, request));
  const gate = (error: CommandError): Reply => toResponse(writeGateError(error, request));
  switch (fault?.fault) {
    case undefined:
      return run();
    case 'missing-row':
      return run({ domain: fault.domain });
    case 'slow-answer':
      return { ...run(), delayMs: delayOf(fault) };
    case 'answer-lost-before-commit':
      return { kind: 'drop' };
    case 'answer-lost-after-commit':
      run();
      return { kind: 'drop' };
    case 'commit-after-reconcile-read':
      world.commitAfterNextRead(domains[0] ?? '', () => run());
      return { kind: 'drop' };
    case 'truncated-answer': {
      const answer = run();
      return { ...answer, kind: 'truncate', bytes: Math.floor(answer.body.length / 2) };
    }
    case 'empty-answer':
      return { ...run(), body: '' };
    case 'html-page':
      return htmlPage(200, 'Please verify that you are not a robot');
    case 'login-redirect':
      return redirect('https://www.namecheap.com/myaccount/login/');
    case 'other-redirect':
      return redirect('https://status.namecheap.com/');
    case 'rate-limited':
      return tooManyRequests();
    case 'server-error':
      return toResponse(
        writeAnswer(fail('5050900', 'Unhandled exceptions'), command.name, request),
      );
    case 'ip-not-allowed':
      return gate({ number: '1011150', text: `Invalid request IP: ${request.sourceAddress}` });
    case 'key-rejected':
      return gate({
        number: '1011102',
        text: 'API Key is invalid or API access has not been enabled',
      });
    case 'account-locked':
      return gate({ number: '1017101', text: 'Parameter ApiUser is disabled or locked' });
  }
}

function delayOf({ delayMs }: WorldFault): number {
  return delayMs ?? 1000;
}
