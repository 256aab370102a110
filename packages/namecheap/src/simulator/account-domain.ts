import type { WorldDomain } from '@registrar-kit/testing';
import type { CommandRequest } from './command.js';

/** How a domain stands to the account acted upon. */
export type DomainStanding =
  | { readonly held: 'here'; readonly domain: WorldDomain }
  /** At Namecheap, in another account. */
  | { readonly held: 'elsewhere' }
  | { readonly held: 'nowhere' };

export function standingOf(name: string, { world, caller }: CommandRequest): DomainStanding {
  const domain = world.find(name);
  if (domain === undefined || gone.includes(domain.status)) return { held: 'nowhere' };
  return domain.account === caller.owner.id ? { held: 'here', domain } : { held: 'elsewhere' };
}

const gone: readonly WorldDomain['status'][] = ['transferred_away', 'deleted'];
