import { afterEach, describe, expect, it } from '@jest/globals';
import { expectFailure, openRegistrar } from '../support/registrar.js';
import { order, searchAnswers, sentOrder } from '../support/orders.js';
import { infoAnswers } from '../support/orders.js';
import { expectRequestsAsTold, fixture, vendor } from '../support/vendor.js';

const page = { query: { MaxResultCount: '1000', SkipCount: '0', Currency: 'USD' } };
const info = fixture('domain-info-active.json') as object;

function listed(...items: readonly object[]): void {
  vendor('GET', 'products/tlds', page, { body: { totalCount: items.length, items } });
}

afterEach(expectRequestsAsTold);

describe('getTldRequirements', () => {
  it('reads the fields of an ending from the list', async () => {
    const { registrar, drifts } = openRegistrar();
    const attributes = [
      {
        key: 'RegistrantNexus',
        description: 'Why',
        isRequired: true,
        type: 'Dropdown',
        options: [
          { value: 'C11', description: 'Citizen' },
          { value: 12, description: '' },
        ],
      },
      { key: 'RegistrantPurpose', description: null, isRequired: false, options: [] },
    ];
    listed({ name: 'com' }, { name: 'us', attributes });
    await expect(registrar.getTldRequirements({ tld: '.US' })).resolves.toEqual({
      tld: 'us',
      stated: true,
      attributes: [
        {
          key: 'RegistrantNexus',
          description: 'Why',
          required: true,
          options: [{ value: 'C11', label: 'Citizen' }, { value: '12' }],
        },
        { key: 'RegistrantPurpose', required: false },
      ],
    });
    expect(drifts()).toEqual([]);
  });

  it.each([
    [{ name: 'com' }, false],
    [{ name: 'com', attributes: null }, false],
    [{ name: 'com', attributes: [] }, true],
  ])('tells "none" from "not stated" (%p)', async (product, stated) => {
    const { registrar } = openRegistrar();
    listed(product);
    await expect(registrar.getTldRequirements({ tld: 'com' })).resolves.toEqual({
      tld: 'com',
      stated,
      attributes: [],
    });
  });

  it('leaves out what cannot be read, and reports it', async () => {
    const { registrar, drifts } = openRegistrar();
    const attributes = [{ isRequired: true }, { key: 'Kind', isRequired: 'yes', options: [7] }];
    listed({ name: 'us', attributes });
    await expect(registrar.getTldRequirements({ tld: 'us' })).resolves.toMatchObject({
      attributes: [{ key: 'Kind', required: false }],
    });
    expect(drifts()).toEqual([
      'us.attributes.0.key: is not of type string',
      'us.attributes.1.isRequired: is not of type boolean',
      'us.attributes.1.options.0: is not an option',
    ]);
  });

  it.each(['com.tr', 'tr'])('knows the fields of .%s by itself', async (tld) => {
    const { registrar, drifts } = openRegistrar();
    listed({ name: `.${tld}`, attributes: [{ key: 'TRABISCITIZENID' }] });
    const { stated, attributes } = await registrar.getTldRequirements({ tld });
    expect(stated).toBe(true);
    expect(attributes.map(({ key, required }) => [key, required])).toEqual([
      ['TRABISDOMAINCATEGORY', true],
      ['TRABISCITIZENID', false],
      ['TRABISTAXOFFICE', false],
      ['TRABISTAXNUMBER', false],
    ]);
    expect(attributes[0]?.options?.map(({ value }) => value)).toEqual(['Owner', 'Corporate']);
    expect(drifts()).toEqual([]);
  });

  it('reports a field of .tr that it does not know', async () => {
    const { registrar, drifts } = openRegistrar();
    listed({ name: 'com.tr', attributes: [{ key: 'TRABISNEW', isRequired: true }] });
    const { attributes } = await registrar.getTldRequirements({ tld: 'com.tr' });
    expect(attributes).toHaveLength(4);
    expect(drifts()).toEqual([
      'com.tr.attributes: holds a key that .tr names are not known to have',
    ]);
  });

  it('says that an ending is not sold', async () => {
    const { registrar } = openRegistrar();
    listed({ name: 'com' });
    const error = await expectFailure(
      registrar.getTldRequirements({ tld: 'example' }),
      'DOMAIN_UNAVAILABLE',
    );
    expect(error.diagnosis[0].cause).toBe('tld_not_sold');
  });
});

describe('a registration under .tr', () => {
  const domain = 'example-name.com.tr';

  it.each<[string, Record<string, string>, readonly string[]]>([
    ['no category', {}, ['TRABISDOMAINCATEGORY']],
    ['a blank category', { TRABISDOMAINCATEGORY: ' ' }, ['TRABISDOMAINCATEGORY']],
    [
      'the category of the older interface',
      { TRABISDOMAINCATEGORY: '1', TRABISCITIZENID: '1' },
      ['TRABISDOMAINCATEGORY'],
    ],
    ['a person without a number', { TRABISDOMAINCATEGORY: 'Owner' }, ['TRABISCITIZENID']],
    [
      'an organisation without tax data',
      { TRABISDOMAINCATEGORY: 'Corporate', TRABISTAXNUMBER: '' },
      ['TRABISTAXOFFICE', 'TRABISTAXNUMBER'],
    ],
    [
      'a key of the older interface',
      { TRABISDOMAINCATEGORY: 'Owner', TRABISCITIZENID: '1', TRABISCITIZIENID: '1' },
      ['TRABISCITIZIENID'],
    ],
  ])('is not sent with %s', async (_what, tldAttributes, keys) => {
    const { registrar } = openRegistrar();
    searchAnswers(domain);
    const error = await expectFailure(
      registrar.registerDomain({ ...order, domain, tldAttributes }),
      'INVALID_INPUT',
    );
    expect(error.issues.map(({ path }) => path)).toEqual(keys.map((key) => `tldAttributes.${key}`));
    expect(error.effect).toBe('none');
  });

  it.each<[string, Record<string, string>]>([
    ['a person', { TRABISDOMAINCATEGORY: 'Owner', TRABISCITIZENID: '11111111111' }],
    [
      'an organisation',
      {
        TRABISDOMAINCATEGORY: 'Corporate',
        TRABISTAXOFFICE: 'Kadıköy',
        TRABISTAXNUMBER: '1111111111',
      },
    ],
  ])('is sent for %s', async (_what, tldAttributes) => {
    const { registrar } = openRegistrar();
    searchAnswers(domain);
    const body = { ...sentOrder, domainName: domain, tldAttributes };
    vendor('POST', 'domains/register-with-contacts', { body }, { body: { id: 4712 } });
    infoAnswers(domain, { body: { ...info, domainName: domain, status: 'WaitingForDocument' } });
    await expect(
      registrar.registerDomain({ ...order, domain, tldAttributes }),
    ).resolves.toMatchObject({ status: 'pending' });
  });
});
