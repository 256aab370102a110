import type { TransferObstacle } from '../world/world-transfer.js';

/** What stands in the way of a transfer, and what helps, a clause each. */
export const obstacleReasons: Readonly<Record<TransferObstacle, string>> = {
  not_transferable: 'domains with this ending are not transferred here',
  already_here: 'the domain is at this registrar already',
  already_started: 'a transfer of the domain is under way already',
  not_registered: 'the name is registered nowhere; register it instead',
  locked: 'the losing registrar holds the domain with its lock; have it unlocked there',
  too_young: 'the domain was registered or moved less than 60 days ago; wait until then',
  auth_code_missing: 'the auth code is missing; get it from the losing registrar',
  auth_code_wrong: 'the auth code is not the right one; get it from the losing registrar',
};
