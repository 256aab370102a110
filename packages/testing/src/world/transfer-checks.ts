import { daysBetween, readDomainName, type DomainName } from '@registrar-kit/core';
import type { Catalogue } from './catalogue.js';
import type { ForeignDomains } from './foreign-domains.js';
import type { Holdings } from './holdings.js';
import { refuse } from './world-refusal.js';
import type {
  TransferObstacle,
  WorldTransferCheck,
  WorldTransferQuestion,
} from './world-transfer.js';

/** A domain that is younger than this, or was moved less long ago, stays where it is. */
const minDaysBetweenMoves = 60;

/** What a transfer is checked against. */
export interface TransferGround {
  readonly holdings: Holdings;
  readonly catalogue: Catalogue;
  readonly foreign: ForeignDomains;
  readonly isUnderWay: (domain: DomainName) => boolean;
}

/** Finds what is in the way of a transfer. @throws WorldRefusal `invalid_name`, `tld_not_sold` */
export function checkTransfer(
  ground: TransferGround,
  { domain: typed, authCode }: Omit<WorldTransferQuestion, 'account'>,
): WorldTransferCheck {
  const reading = readDomainName(typed);
  if (!reading.ok) return refuse({ kind: 'invalid_name', domain: typed, because: reading.problem });
  const { domain } = reading;
  const tld = ground.catalogue.tldOf(domain) ?? refuse({ kind: 'tld_not_sold', domain });
  const held = ground.holdings.held(domain);
  const foreign = ground.foreign.find(domain);
  const isRight = authCode !== undefined && authCode === foreign?.authCode;
  const locked = foreign?.locked ?? false;
  const obstacle = firstOf([
    [!tld.transferable, 'not_transferable'],
    [held !== undefined, 'already_here'],
    [ground.isUnderWay(domain), 'already_started'],
    [foreign === undefined, 'not_registered'],
    [locked, 'locked'],
    [foreign !== undefined && isTooYoung(), 'too_young'],
    [tld.needsAuthCode && authCode === undefined, 'auth_code_missing'],
    [tld.needsAuthCode && !isRight, 'auth_code_wrong'],
  ]);
  return {
    domain,
    ...(obstacle === undefined ? {} : { obstacle }),
    authCodeRequired: tld.needsAuthCode,
    ...(authCode === undefined ? {} : { authCodeValid: isRight }),
    locked,
    ...(held === undefined ? {} : { heldBy: held.account }),
  };

  function isTooYoung(): boolean {
    const since = foreign?.movedOn ?? foreign?.registeredOn;
    const today = ground.holdings.today();
    return since !== undefined && daysBetween(since, today) < minDaysBetweenMoves;
  }
}

function firstOf(
  obstacles: readonly (readonly [isThere: boolean, obstacle: TransferObstacle])[],
): TransferObstacle | undefined {
  return obstacles.find(([isThere]) => isThere)?.[1];
}
