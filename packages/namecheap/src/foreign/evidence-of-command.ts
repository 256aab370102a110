import type { Evidence } from '@registrar-kit/core';
import { credentialShapes } from '../namecheap-credentials.js';
import { standingRule } from '../namecheap-evidence.js';
import { namecheapRemedies } from '../namecheap-remedies.js';
import { findingsOf } from './findings-of.js';
import type { ForeignCommand } from './read-foreign-command.js';

/** What the diagnosis of another program's failure may weigh. Holds no secret. */
export function evidenceOfCommand(
  command: ForeignCommand | undefined,
  observedAddress?: string,
): Evidence {
  const environment = command?.environment;
  const common: Evidence = {
    ipv4Only: true,
    ...(observedAddress === undefined ? {} : { observedAddress }),
    // The sandbox has no such rule, and which of both it is nobody said.
    ...(environment === 'test' ? {} : { standing: { rule: standingRule } }),
    remedies: namecheapRemedies({
      environment: environment ?? 'live',
      clientIp: command?.clientIp,
      observedAddress,
    }),
  };
  if (command === undefined)
    return {
      ...common,
      unexamined: ['email_as_account_id', 'swapped_fields', 'invisible_character'],
    };
  const { apiUser, apiKey, userName, clientIp, request } = command;
  return {
    ...common,
    credentials: credentialShapes({ ApiUser: apiUser, UserName: userName, ApiKey: apiKey }),
    request: findingsOf(command),
    ...(clientIp === undefined ? {} : { clientIp }),
    ...(environment === undefined || request.url === undefined
      ? {}
      : {
          environment: {
            configured: environment,
            host: request.url.host,
            separateAccounts: true,
          },
        }),
  };
}
