import { balance } from './balance.js';
import { check } from './check.js';
import type { Command } from './command.js';
import { doctor } from './doctor.js';
import { explain } from './explain.js';
import { list } from './list.js';
import { nameservers } from './nameservers.js';
import { operations } from './operations.js';
import { prices } from './prices.js';
import { quote } from './quote.js';
import { register } from './register.js';
import { renew } from './renew.js';
import { show } from './show.js';
import { simulate } from './simulate.js';
import { tlds } from './tlds.js';

/** Every command, in the order of the overview. */
export const commands: readonly Command[] = [
  check,
  quote,
  register,
  renew,
  operations,
  show,
  list,
  balance,
  nameservers,
  tlds,
  prices,
  doctor,
  explain,
  simulate,
];
