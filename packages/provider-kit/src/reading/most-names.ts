import { ReadFault } from './read-fault.js';

/**
 * How many different names the attributes or the elements of a document may have: more than any has. A parser makes a new kind
 * of object for each of them, which takes it longer than anything else.
 */
export const MOST_NAMES = 5000;

export function tooManyNames(): ReadFault {
  return new ReadFault('not_parsable', `the XML has more than ${MOST_NAMES} different names`);
}
