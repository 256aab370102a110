import { describe, expect, it } from '@jest/globals';
import { fourContacts, inside, simulatedWire } from '../support/simulated-wire.js';

const own = { DomainName: 'demo-bakery.com' };

const strangers = [
  ['a domain of another account', 'ornek-bakery.com', /^2016166 /],
  ['a domain that is nowhere', 'unknown-name.com', /^2019166 /],
  ['a domain that has left', 'demo-moved.com', /^2019166 /],
  ['no domain', '', /^2019166 /],
] as const;

describe('contacts at the simulated vendor', () => {
  it('come in four sets, with what the public sees beside them', async () => {
    const { wire } = simulatedWire();
    const body = await wire.body('namecheap.domains.getContacts', own);
    expect(inside(body)).toMatch(
      /^<DomainContactsResult Domain="demo-bakery\.com" domainnameid="\d+">/,
    );
    const document = await wire.document('namecheap.domains.getContacts', own);
    const result = document.child('CommandResponse')?.child('DomainContactsResult');
    expect(result?.childNames.join(' ')).toBe(
      'registrant tech admin auxbilling currentattributes whoisguardcontact',
    );
    const registrant = result?.child('Registrant');
    expect(registrant?.attribute('ReadOnly')).toBe('false');
    // Elements in an order of their own, empty ones included.
    expect(registrant?.childNames.join(' ')).toBe(
      'organizationname jobtitle firstname lastname address1 address2 city stateprovince stateprovincechoice postalcode country phone fax emailaddress phoneext',
    );
    expect(registrant?.child('Phone')?.text).toMatch(/^\+1\.\d+$/);
    // The demonstration's domain is hidden.
    const shown = result?.child('WhoisGuardContact')?.child('Registrant');
    expect(shown?.attribute('ReadOnly')).toBe('true');
    expect(shown?.child('EmailAddress')?.text).toMatch(/\.protect@example\.net$/);
    expect(shown?.child('EmailAddress')?.text).not.toBe(registrant?.child('EmailAddress')?.text);
  });

  it('are replaced as a whole, with the fields that only the vendor keeps', async () => {
    const { wire, world } = simulatedWire();
    const set = (changes: Record<string, string> = {}): Promise<string> =>
      wire.body('namecheap.domains.setContacts', { ...own, ...fourContacts, ...changes });
    expect(inside(await set({ RegistrantJobTitle: 'Baker', TechFax: '+1.2025550199' }))).toBe(
      '<DomainSetContactResult Domain="demo-bakery.com" IsSuccess="true" />',
    );
    expect(world.find('demo-bakery.com')?.contacts.registrant).toEqual({
      firstName: 'Ada',
      lastName: 'Example',
      address1: '1 Example Street',
      city: 'Springfield',
      state: 'IL',
      postalCode: '62701',
      country: 'US',
      phone: '+12025550123',
      email: 'ada@example.com',
    });
    const read = (): Promise<string> => wire.body('namecheap.domains.getContacts', own);
    expect(await read()).toContain('<JobTitle>Baker</JobTitle>');
    expect(await read()).toContain('<Fax>+1.2025550199</Fax>');
    expect(await read()).toContain('<CurrentAttributes />');
    await set({ TechFax: '+1.2025550199' });
    expect(await read()).not.toContain('Baker');
    expect(await read()).toContain('<Fax>+1.2025550199</Fax>');
  });

  it('lack fields in each set by itself, all told at once', async () => {
    const { wire, world } = simulatedWire();
    const before = world.find('demo-bakery.com');
    const registrantOnly = Object.fromEntries(
      Object.entries(fourContacts).filter(([name]) => name.startsWith('Registrant')),
    );
    expect(
      await wire.errors('namecheap.domains.setContacts', { ...own, ...registrantOnly }),
    ).toEqual([
      '2010325 Required parameter TechFirstName is missing',
      '2010326 Required parameter AdminFirstName is missing',
      '2010327 Required parameter AuxBillingFirstName is missing',
    ]);
    expect(
      await wire.errors('namecheap.domains.setContacts', {
        ...own,
        ...fourContacts,
        RegistrantCity: undefined,
      }),
    ).toEqual(['2010324 Required parameter RegistrantCity is missing']);
    expect(
      await wire.errors('namecheap.domains.setContacts', {
        ...own,
        ...fourContacts,
        AdminPhone: '+12025550123',
      }),
    ).toEqual(['2015182 Admin phone is invalid. The phone number format is +NNN.NNNNNNNNNN']);
    expect(world.find('demo-bakery.com')).toEqual(before);
  });

  it('keep the fields of the registry only where they are sent again', async () => {
    const { wire, world } = simulatedWire();
    const nexus = { RegistrantNexus: 'C11', RegistrantPurpose: 'P1' };
    const order = { ...fourContacts, DomainName: 'free-name.us', Years: '1' };
    expect(await wire.errors('namecheap.domains.create', order)).toEqual([
      '2011322 Extended Attributes are not valid: RegistrantNexus',
    ]);
    // Names are found whatever their case.
    const lowerCase = { registrantnexus: 'C11', REGISTRANTPURPOSE: 'P1' };
    expect(await wire.errors('namecheap.domains.create', { ...order, ...lowerCase })).toEqual([]);
    const us = { DomainName: 'free-name.us' };
    const body = await wire.body('namecheap.domains.getContacts', us);
    expect(body).toContain('<RegistrantNexus>C11</RegistrantNexus>');
    expect(body).toContain('<RegistrantPurpose>P1</RegistrantPurpose>');
    expect(await wire.errors('namecheap.domains.setContacts', { ...us, ...fourContacts })).toEqual([
      '2011322 Extended Attributes are not valid: RegistrantNexus',
    ]);
    expect(
      await wire.errors('namecheap.domains.setContacts', {
        ...us,
        ...fourContacts,
        ...nexus,
        RegistrantNexus: 'C12',
      }),
    ).toEqual([]);
    expect(world.find('free-name.us')?.tldAttributes).toMatchObject({ RegistrantNexus: 'C12' });
  });

  it.each(strangers)('are not shown for %s', async (_what, DomainName, error) => {
    const { wire } = simulatedWire();
    for (const command of ['getContacts', 'setContacts']) {
      const [first = ''] = await wire.errors(`namecheap.domains.${command}`, {
        ...fourContacts,
        DomainName,
      });
      expect(first).toMatch(error);
    }
  });
});

describe('the registrar lock at the simulated vendor', () => {
  it('is read and set', async () => {
    const { wire, world } = simulatedWire();
    expect(inside(await wire.body('namecheap.domains.getRegistrarLock', own))).toBe(
      '<DomainGetRegistrarLockResult Domain="demo-bakery.com" RegistrarLockStatus="true" />',
    );
    expect(
      inside(
        await wire.body('namecheap.domains.setRegistrarLock', { ...own, LockAction: 'UNLOCK' }),
      ),
    ).toBe('<DomainSetRegistrarLockResult Domain="demo-bakery.com" IsSuccess="true" />');
    expect(world.find('demo-bakery.com')?.locked).toBe(false);
    // Left out, it locks.
    await wire.body('namecheap.domains.setRegistrarLock', own);
    expect(world.find('demo-bakery.com')?.locked).toBe(true);
  });

  it('knows two actions, and endings without a lock', async () => {
    const { wire } = simulatedWire();
    expect(
      await wire.errors('namecheap.domains.setRegistrarLock', { ...own, LockAction: 'open' }),
    ).toEqual(['2015278 Invalid data for LockAction']);
    const german = { DomainName: 'demo-cafe.de' };
    for (const command of ['getRegistrarLock', 'setRegistrarLock']) {
      expect(await wire.errors(`namecheap.domains.${command}`, german)).toEqual([
        '3031510 Failed to get Registrar Lock Status',
      ]);
    }
    expect(
      await wire.errors('namecheap.domains.setRegistrarLock', { DomainName: 'demo-late.com' }),
    ).toEqual(['3031510 Error response from provider: object status prohibits operation']);
  });

  it.each(strangers)('is not shown for %s', async (_what, DomainName, error) => {
    const { wire } = simulatedWire();
    for (const command of ['getRegistrarLock', 'setRegistrarLock']) {
      const [first = ''] = await wire.errors(`namecheap.domains.${command}`, { DomainName });
      expect(first).toMatch(error);
    }
  });
});

describe('privacy at the simulated vendor', () => {
  const idOf = async (
    { wire }: ReturnType<typeof simulatedWire>,
    name: string,
  ): Promise<string> => {
    const document = await wire.document('namecheap.domains.getInfo', { DomainName: name });
    const result = document.child('CommandResponse')?.child('DomainGetInfoResult');
    return result?.child('Whoisguard')?.child('ID')?.text ?? '';
  };

  it('is switched by the number of a subscription', async () => {
    const simulated = simulatedWire();
    const { wire, world } = simulated;
    const WhoisguardID = await idOf(simulated, 'demo-bakery.net');
    const enable = { WhoisguardID, ForwardedToEmail: 'ada@example.com' };
    expect(inside(await wire.body('namecheap.whoisguard.enable', enable))).toBe(
      '<WhoisguardEnableResult DomainName="demo-bakery.net" IsSuccess="true" />',
    );
    expect(world.find('demo-bakery.net')).toMatchObject({
      privacy: true,
      privacyForwardTo: 'ada@example.com',
    });
    const info = await wire.body('namecheap.domains.getInfo', { DomainName: 'demo-bakery.net' });
    expect(info).toContain('<Whoisguard Enabled="True">');
    expect(info).toContain('ForwardedTo="ada@example.com"');
    expect(await wire.errors('namecheap.whoisguard.enable', enable)).toEqual([
      '2011331 Whoisguard is already enabled',
    ]);
    expect(inside(await wire.body('namecheap.whoisguard.disable', { WhoisguardID }))).toBe(
      '<WhoisguardDisableResult DomainName="demo-bakery.net" IsSuccess="true" />',
    );
    expect(await wire.errors('namecheap.whoisguard.disable', { WhoisguardID })).toEqual([
      '2011331 Whoisguard is already disabled',
    ]);
    expect(
      await wire.errors('namecheap.whoisguard.enable', { WhoisguardID, ForwardedToEmail: 'ada' }),
    ).toEqual(['2011369 Parameter ForwardedToEmail is Invalid']);
  });

  it.each(['0', '999999', 'x', ''])(
    'answers two errors at once for the subscription %p',
    async (WhoisguardID) => {
      const { wire } = simulatedWire();
      const enable = { WhoisguardID, ForwardedToEmail: 'ada@example.com' };
      expect(await wire.errors('namecheap.whoisguard.enable', enable)).toEqual([
        '2011331 Whoisguard is not associated with a domain of this user',
        '2019166 Domain name is not found',
      ]);
    },
  );

  it('does not switch the subscription of somebody else', async () => {
    const { wire, world } = simulatedWire();
    const other = world.find('ornek-bakery.net');
    const WhoisguardID = String((other?.id ?? 0) + 400_000);
    expect(
      await wire.errors('namecheap.whoisguard.enable', {
        WhoisguardID,
        ForwardedToEmail: 'ada@example.com',
      }),
    ).toHaveLength(2);
    expect(world.find('ornek-bakery.net')?.privacy).toBe(false);
  });

  it('has no subscription where the ending permits none or the order wanted none', async () => {
    const simulated = simulatedWire();
    const { wire } = simulated;
    await wire.body('namecheap.domains.create', {
      ...fourContacts,
      DomainName: 'free-name.com',
      Years: '1',
      AddFreeWhoisguard: 'no',
    });
    for (const name of ['free-name.com', 'demo-cafe.de']) {
      expect(await idOf(simulated, name)).toBe('0');
      expect(await wire.body('namecheap.domains.getInfo', { DomainName: name })).toContain(
        '<Whoisguard Enabled="NotAlloted">',
      );
      expect(await wire.body('namecheap.domains.getList', { SearchTerm: name })).toContain(
        'WhoisGuard="NOTPRESENT"',
      );
    }
    const list = await wire.body('namecheap.whoisguard.getlist', { PageSize: '100' });
    expect(list).not.toContain('free-name.com');
    expect(list).not.toContain('demo-cafe.de');
    expect(list).toMatch(
      /<Whoisguard ID="\d+" DomainName="demo-bakery\.com" Created="[\d/]{10}" Expires="[\d/]{10}" Status="ENABLED" \/>/,
    );
  });

  it('lists subscriptions in pages of 2 to 100', async () => {
    const { wire } = simulatedWire();
    const countOf = async (parameters: Record<string, string>): Promise<string> => {
      const body = await wire.body('namecheap.whoisguard.getlist', parameters);
      const [, total] = /<TotalItems>(\d+)</.exec(body) ?? [];
      return `${body.split('<Whoisguard ').length - 1} of ${total ?? ''}`;
    };
    expect(await countOf({ PageSize: '2' })).toBe('2 of 11');
    expect(await countOf({ PageSize: '4', Page: '3', ListType: 'ALLOTED' })).toBe('3 of 11');
    expect(await countOf({ ListType: 'FREE' })).toBe('0 of 0');
    for (const PageSize of ['1', '101']) {
      expect(await wire.errors('namecheap.whoisguard.getlist', { PageSize })).toEqual([
        '2013275 Parameter PageSize is OutOfRange',
      ]);
    }
    expect(await wire.errors('namecheap.whoisguard.getlist', { ListType: 'ODD' })).toEqual([
      '2011272 Parameter ListType is Invalid',
    ]);
  });

  it('gives the hidden address another form', async () => {
    const simulated = simulatedWire();
    const WhoisguardID = await idOf(simulated, 'demo-bakery.com');
    const change = (): Promise<string> =>
      simulated.wire.body('namecheap.whoisguard.changeemailaddress', { WhoisguardID });
    const [, fresh = '', old = ''] =
      /WGEmail="([^"]+)" WGOldEmail="([^"]+)"/.exec(await change()) ?? [];
    expect(fresh).not.toBe(old);
    expect(await change()).toContain(`WGOldEmail="${fresh}"`);
  });

  it('refuses what is not for sale any more', async () => {
    const simulated = simulatedWire();
    const { wire } = simulated;
    const WhoisguardID = await idOf(simulated, 'demo-bakery.com');
    const almostOver = await idOf(simulated, 'demo-studio.io');
    const renew = (id: string, Years: string): Promise<readonly string[]> =>
      wire.errors('namecheap.whoisguard.renew', { WhoisguardID: id, Years });
    expect(await renew(WhoisguardID, '10')).toEqual(['2011167 Parameter Years is Invalid']);
    expect(await renew('1', '1')).toEqual([expect.stringMatching(/^4029331 /)]);
    expect(await renew(WhoisguardID, '1')).toEqual([expect.stringMatching(/^2029331 /)]);
    expect(await renew(almostOver, '1')).toEqual(['2528268 Order creation failed']);
    expect(await wire.errors('namecheap.whoisguard.allot', { WhoisguardID })).toEqual([
      expect.stringMatching(/^2029331 /),
    ]);
    for (const command of ['unallot', 'discard'])
      expect(await wire.errors(`namecheap.whoisguard.${command}`, { WhoisguardID })).toEqual([
        expect.stringMatching(/^3530407 /),
      ]);
    expect(simulated.world.ledger()).toEqual([]);
  });
});

describe('the address book of the simulated vendor', () => {
  it('holds the account itself', async () => {
    const { wire } = simulatedWire();
    expect(await wire.body('namecheap.users.address.getList')).toContain(
      '<List AddressId="0" AddressName="Primary Address" IsDefault="true" />',
    );
  });
});
