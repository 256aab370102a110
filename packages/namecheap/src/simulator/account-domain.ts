import type { RegistryWorld, WorldDomain } from '@registrar-kit/testing';
import type { CommandRequest } from './command.js';
import type { CommandError } from './command-answer.js';

/** How a domain stands to the account acted upon. */
export type DomainStanding =
  | { readonly held: 'here'; readonly domain: WorldDomain }
  /** At Namecheap, in another account. */
  | { readonly held: 'elsewhere' }
  | { readonly held: 'nowhere' };

/** For commands about a registration. Who only uses FreeDNS has registered the domain elsewhere. */
export function standingOf(name: string, request: CommandRequest): DomainStanding {
  const standing = zoneStandingOf(name, request);
  return standing.held === 'here' && usesFreeDns(standing.domain, request.world)
    ? { held: 'nowhere' }
    : standing;
}

/** The same for commands about what the vendor's servers answer. */
export function zoneStandingOf(name: string, request: CommandRequest): DomainStanding {
  const { world, caller } = request;
  const domain = world.find(name);
  if (domain === undefined || !isHere(domain) || isCutWrongly(name, request))
    return { held: 'nowhere' };
  return domain.account === caller.owner.id ? { held: 'here', domain } : { held: 'elsewhere' };
}

/** Commands that want a name in two parts want it cut before its ending: `example` and `co.uk`. */
function isCutWrongly(name: string, { world, parameters }: CommandRequest): boolean {
  const ending = parameters.get('TLD').toLowerCase();
  return ending !== '' && ending !== world.tldOf(name)?.tld;
}

/** A domain of the account, or why the command refuses. */
export type OwnedDomain =
  | { readonly domain: WorldDomain; readonly refusal?: undefined }
  | { readonly domain?: undefined; readonly refusal: CommandError };

/** The domain with that standing. One number comes with many texts, so that the words are the command's. */
export function owned(standing: DomainStanding, notFound = 'Domain name not found'): OwnedDomain {
  switch (standing.held) {
    case 'here':
      return { domain: standing.domain };
    case 'elsewhere':
      return {
        refusal: { number: '2016166', text: 'Domain is not associated with your account' },
      };
    case 'nowhere':
      return { refusal: { number: '2019166', text: notFound } };
  }
}

/** The longer of the vendor's texts for it. */
export function notAssociated(name: string): string {
  return `The domain (${name}) doesn't seem to be associated with your account.`;
}

/** Whether an account still holds a domain. */
export function isHere({ status }: WorldDomain): boolean {
  return status !== 'transferred_away' && status !== 'deleted';
}

/** FreeDNS serves domains that are registered elsewhere: a zone whose setting `ProviderType` is `FreeDNS`. */
export function usesFreeDns({ account, domain }: WorldDomain, world: RegistryWorld): boolean {
  return world.zones.of(account, domain).settings['ProviderType'] === 'FreeDNS';
}
