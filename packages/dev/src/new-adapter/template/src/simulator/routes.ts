import { answerAccount } from './answers/account.js';
import { reads, type Route } from './route.js';

/** Every call of the vendor's that the simulator answers. Each operation needs the ones that it sends. */
export const routes: readonly Route[] = [reads('GET account', ['verifyAccess'], answerAccount)];
