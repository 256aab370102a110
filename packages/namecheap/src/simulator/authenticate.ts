import type { Environment } from '@registrar-kit/core';
import type { RegistryWorld, WorldAccount } from '@registrar-kit/testing';
import type { CommandError } from './command-answer.js';
import type { CommandParameters } from './command-parameters.js';

/** Who is let in. */
export interface Caller {
  /** The account that owns the key: what the rate limit counts by. */
  readonly actor: WorldAccount;
  /** The account acted upon. */
  readonly owner: WorldAccount;
}

export type Gate =
  | { readonly open: true; readonly caller: Caller }
  | { readonly open: false; readonly error: CommandError };

/** What the vendor checks before it looks at the command, in its order: what is missing, key, user, address. */
export function authenticate(
  world: RegistryWorld,
  environment: Environment,
  parameters: CommandParameters,
  sourceAddress: string,
): Gate {
  const missing = requiredParameters.find(({ name }) => !parameters.has(name));
  if (missing !== undefined) return closed(missing.number, `Parameter ${missing.shown} is missing`);
  const actor = world.account(parameters.get('ApiUser'));
  const key = actor?.keys[environment];
  // A wrong user, a wrong key, the key of the other environment and access that is off are answered alike.
  if (
    actor === undefined ||
    key === undefined ||
    key !== parameters.get('ApiKey') ||
    !actor.apiEnabled
  ) {
    return closed('1011102', 'API Key is invalid or API access has not been enabled');
  }
  if (actor.locked) return closed('1017101', 'Parameter ApiUser is disabled or locked');
  const owner = world.account(parameters.get('UserName'));
  if (owner === undefined) return closed('1019103', 'Parameter UserName is not available');
  if (!world.mayActFor(actor.id, owner.id))
    return closed('1016103', 'Parameter UserName is unauthorized');
  if (owner.locked) return closed('1017103', 'Parameter UserName is disabled or locked');
  const allowed = actor.allowedAddresses;
  const listed = (address: string): boolean => allowed === undefined || allowed.includes(address);
  if (!listed(sourceAddress) || !listed(parameters.get('ClientIp'))) {
    return closed('1011150', `Invalid request IP: ${sourceAddress}`);
  }
  return { open: true, caller: { actor, owner } };
}

const requiredParameters = [
  { name: 'ApiUser', shown: 'APIUser', number: '1010101' },
  { name: 'ApiKey', shown: 'APIKey', number: '1010102' },
  { name: 'UserName', shown: 'UserName', number: '1019103' },
  { name: 'ClientIp', shown: 'ClientIP', number: '1011105' },
  { name: 'Command', shown: 'Command', number: '1010104' },
] as const;

function closed(number: string, text: string): Gate {
  return { open: false, error: { number, text } };
}
