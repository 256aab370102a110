import type { Transfer, TransferCause } from '@registrar-kit/core';
import { withoutUndefined } from '../mapping/without-undefined.js';
import type { NamecheapReply } from '../reply/namecheap-reply.js';

/** How a transfer stands, in our words. */
export type TransferStanding = Pick<Transfer, 'status' | 'cause' | 'vendorStatus' | 'reason'>;

/** How Namecheap says that a transfer stands. */
interface TransferWords {
  readonly StatusID?: string | undefined;
  readonly Status?: string | undefined;
  readonly StatusDescription?: string | undefined;
}

interface Meaning {
  readonly status: Transfer['status'];
  readonly reason: string;
  readonly cause?: TransferCause;
}

/** What every number means. https://www.namecheap.com/support/api/transfer-statuses/ */
const meanings: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ['5', { status: 'done', reason: 'the domain has arrived and is paid' }],

  [
    '0',
    pending('the transfer is created; where the registry wants a signed form, it waits for that'),
  ],
  ['1', pending('the contacts match what the registry shows')],
  ['3', pending('the status of the domain at the registry holds it up')],
  ['9', pending('the registrant is about to be asked for a confirmation')],
  ['10', pending('the contacts are being read, to verify the transfer')],
  ['11', pending('the registrant has been asked for a confirmation')],
  ['12', pending('the confirmation is being checked')],
  ['13', pending('the transfer waits to be started at the registry')],
  ['14', pending('the transfer is started at the registry and waits for approval')],
  ['28', pending('the signed form is here and the registrant is being verified')],
  ['29', pending('the signed form is being checked by hand')],
  ['35', pending('the transfer is not submitted yet')],
  ['-1', pending('the auth code is there and the transfer waits in the queue')],
  ['-2', pending('the transfer was submitted again and waits in the queue')],
  ['-5', pending('the mail that asks the registrant for approval will be sent shortly')],
  ['-202', pending('the expiry date could not be read from the registry yet')],

  ['6', needsAction('charge', 'the transfer is incomplete, since it could not be charged')],
  ['7', needsAction('charge', 'the transfer is frozen, since it could not be charged')],

  ['2', failed('other', "the registry's record of the domain could not be read")],
  ['4', failed('not_transferable', 'the status of the domain at the registry does not permit it')],
  ['8', failed('registry', 'the registry rejected the transfer')],
  ['22', failed('locked', 'the domain is locked at the losing registrar, or younger than 60 days')],
  ['23', failed('already_started', 'a transfer of the domain was already under way')],
  ['25', failed('losing_registrar', 'the losing registrar rejected the transfer; ask there why')],
  ['31', failed('already_started', 'the domain is being transferred to another registrar')],
  ['37', failed('losing_registrar', 'the losing registrar did not change the tag in time')],
  ['-4', failed('locked', 'the domain is locked at the losing registrar, or younger than 60 days')],

  ['15', failed('registrant_data', 'the contacts of the domain could not be found')],
  ['16', failed('approval_missing', 'nobody answered the mail that asks for approval')],
  ['17', failed('approval_refused', 'the registrant did not approve the transfer')],
  ['18', failed('approval_missing', 'the confirmation was given with a wrong code')],
  ['19', failed('registrant_data', 'the contacts given differ from those of the registrant')],
  ['20', failed('not_registered', 'the domain is not registered')],
  ['21', failed('already_here', 'the domain is already in this account')],
  ['26', failed('approval_missing', 'the signed form did not come')],
  ['30', failed('not_transferable', 'the name is not valid, or not valid for transfers')],
  [
    '32',
    failed('auth_code_wrong', 'the auth code is wrong; the losing registrar knows the right one'),
  ],
  ['51', failed('registrant_data', 'data of the registrant are missing')],

  ['24', failed('other', 'it failed for a reason that is not known')],
  ['27', failed('cancelled', 'the customer cancelled the transfer')],
  ['33', failed('not_transferable', 'it cannot be transferred out of an account for names only')],
  [
    '34',
    failed('not_transferable', 'a transfer has to change the registrar, and this one would not'),
  ],
  ['36', failed('other', 'the account is not authorised to transfer domains')],
  ['45', failed('cancelled', 'the order was cancelled')],
  [
    '48',
    failed('not_transferable', 'a change of registrant is possible into retail accounts only'),
  ],
  ['49', failed('not_transferable', 'the registration would exceed the longest period')],
  ['50', failed('not_transferable', 'the name is premium, which cannot be transferred')],
]);

/** The number with two meanings, which the words tell apart. */
const ambiguousNumber = '-22';

const waitingForCode = needsAction(
  'auth_code_missing',
  'the transfer waits for the auth code; the losing registrar gives it out',
);
const cancelledEntry = failed('other', 'something in the order was not valid; check its auth code');

/** The vendor keeps some transfers open that the other side has stopped. */
const again = 'once that is mended, resubmitTransfer starts it again';

/**
 * How a transfer stands. Where number and word say different things of its arrival, neither is believed: nobody must take a
 * domain for his that is not.
 *
 * @param path - of the element that says it
 */
export function toTransferStanding(
  words: TransferWords,
  path: string,
  reply: NamecheapReply,
): TransferStanding {
  const number = words.StatusID ?? '';
  const word = words.Status ?? '';
  const said = [word, number === '' ? '' : `(${number})`].filter((part) => part !== '').join(' ');
  const stated = withoutUndefined({ vendorStatus: said === '' ? undefined : said });
  const meaning = meaningOf(number, word, words.StatusDescription ?? '');
  if (meaning === undefined) {
    reply.drift(`${path}.StatusID`, 'is a number that is not documented', said);
    const reason = words.StatusDescription === '' ? undefined : words.StatusDescription;
    return { status: 'unknown', ...stated, ...withoutUndefined({ reason }) };
  }
  const says = stageOf(word);
  if (says !== undefined && (says === 'done') !== (meaning.status === 'done')) {
    reply.drift(`${path}.Status`, 'does not fit its number', said);
    const reason = 'Namecheap says two things of whether the domain has arrived';
    return { status: 'unknown', ...stated, reason };
  }
  if (says === 'open' && meaning.status === 'failed')
    return { ...meaning, status: 'needs_action', reason: `${meaning.reason}; ${again}`, ...stated };
  // The number can be that of the last stage before it.
  if (says === 'cancelled' && meaning.status !== 'failed')
    return { ...failed('other', `it was cancelled; before that: ${meaning.reason}`), ...stated };
  return { ...meaning, ...stated };
}

function meaningOf(number: string, word: string, description: string): Meaning | undefined {
  if (/^waiting\s?for\s?epp/i.test(word)) return waitingForCode;
  if (number !== ambiguousNumber) return meanings.get(number);
  // The description is looked at where the word says neither.
  for (const text of [word, description]) {
    if (/cancel|invalid/i.test(text)) return cancelledEntry;
    if (/\bwaiting\b|\bepp\b/i.test(text)) return waitingForCode;
  }
  return undefined;
}

/** The few words that go with every number. */
function stageOf(word: string): 'done' | 'cancelled' | 'open' | undefined {
  if (/^completed$/i.test(word)) return 'done';
  if (/^cancell?ed/i.test(word)) return 'cancelled';
  return /^(?:queued|in\s?progress|waiting)/i.test(word) ? 'open' : undefined;
}

function pending(reason: string): Meaning {
  return { status: 'pending', reason };
}

function needsAction(cause: TransferCause, reason: string): Meaning {
  return { status: 'needs_action', cause, reason };
}

function failed(cause: TransferCause, reason: string): Meaning {
  return { status: 'failed', cause, reason };
}
