import { describe, expect, it } from '@jest/globals';
import { completeContacts } from '@registrar-kit/core';
import { aContact } from '../support/a-contact.js';

describe('completeContacts', () => {
  const registrant = aContact();
  const admin = aContact({ firstName: 'Admin' });

  it('fills the roles left out with the registrant', () => {
    expect(completeContacts({ registrant })).toEqual({
      registrant,
      admin: registrant,
      tech: registrant,
      billing: registrant,
    });
  });

  it('keeps the roles given', () => {
    expect(completeContacts({ registrant, admin })).toEqual({
      registrant,
      admin,
      tech: registrant,
      billing: registrant,
    });
  });
});
