import { answerAccount } from './answers/account.js';
import { route, type Route } from './route.js';

/** Every call of the vendor's that the simulator answers. Each operation needs the ones that it sends. */
export const routes: readonly Route[] = [route('GET account', ['verifyAccess'], answerAccount)];
