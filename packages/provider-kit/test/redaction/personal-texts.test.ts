import { expect, it } from '@jest/globals';
import { createRedactor, personalTextsOf } from '@registrar-kit/provider-kit';

const contact = {
  firstName: 'Margit',
  lastName: 'Kovács',
  email: 'margit@example.net',
  phone: '+3903012345678',
  address1: 'Kossuth utca 12',
  city: 'Debrecen',
  state: 'Hajdú-Bihar',
  postalCode: '4024',
  country: 'HU',
};

it('names everything that tells who somebody is, and neither state nor country', () => {
  const texts = personalTextsOf({ registrant: contact, admin: undefined });
  expect(texts).toEqual([
    'Margit',
    'Kovács',
    'margit@example.net',
    '+3903012345678',
    '03012345678',
    '3012345678',
    'Kossuth utca 12',
    'Debrecen',
    '4024',
  ]);
});

it('knows two lines as one, and each value once', () => {
  const wide = { ...contact, organization: 'Example Kft', address2: '3rd floor' };
  const texts = personalTextsOf({ registrant: wide, admin: wide });
  expect(new Set(texts).size).toBe(texts.length);
  expect(texts).toEqual(expect.arrayContaining(['Example Kft', 'Kossuth utca 12 3rd floor']));
});

it.each(['+39.03012345678', '0039 03012345678', '(39) 3012345678'])(
  'takes the number out of %s, however a vendor divides it',
  (written) => {
    const redact = createRedactor(personalTextsOf({ registrant: contact }));
    expect(redact(`phone ${written} is wrong`)).not.toMatch(/301234/);
  },
);

it('leaves out a number that begins with no country', () => {
  const texts = personalTextsOf({ registrant: { ...contact, phone: '+9990000000' } });
  expect(texts).toContain('+9990000000');
});
