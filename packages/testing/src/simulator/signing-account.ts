import type { Environment } from '@registrar-kit/core';
import type { RegistryWorld } from '../world/registry-world.js';
import type { WorldAccount } from '../world/world-account.js';

/**
 * The account with which a simulator's `config` signs in: the one asked for; else the usual one of the demonstration, and in a
 * world without it the first that has a key for the environment.
 *
 * @throws Error when there is none
 */
export function signingAccount(
  world: RegistryWorld,
  environment: Environment,
  { asked, usual }: { readonly asked: string | undefined; readonly usual: string },
): WorldAccount {
  const named = world.account(asked ?? usual);
  const candidates = asked === undefined ? [named, ...world.accounts()] : [named];
  const found = candidates.find((account) => account?.keys[environment] !== undefined);
  if (found !== undefined) return found;
  throw new Error(
    `the world has no account ${asked === undefined ? '' : `"${asked}" `}with a key for the environment "${environment}"`,
  );
}
