import { fieldWords } from './contact-words.js';

/** They tell nobody apart; what is redacted for them would be half of every message. */
const publicWords: ReadonlySet<string> = new Set([
  fieldWords.state[0],
  fieldWords.country[0],
  'StateProvinceChoice',
]);

const numberWords: ReadonlySet<string> = new Set([fieldWords.phone[0], 'Fax']);

/** What of a contact in Namecheap's own words must not come back in a message; numbers in bare digits, too. */
export function personalTextsHeld(fields: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(fields).flatMap(([word, value]) => {
    if (publicWords.has(word)) return [];
    if (!numberWords.has(word)) return [value];
    // The digits as a whole, and without the calling code before the dot.
    const national = value.slice(value.indexOf('.') + 1);
    return [value, value.replace(/\D/g, ''), national.replace(/\D/g, '')];
  });
}
