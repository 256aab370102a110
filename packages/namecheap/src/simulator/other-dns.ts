import type { CommandError } from './command-answer.js';

/** The records of the domain are kept elsewhere. */
export const otherDns: CommandError = {
  number: '2030288',
  text: 'Cannot complete this command as this domain is not using proper DNS servers',
};
