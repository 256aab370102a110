import { describe, expect, it } from '@jest/globals';
import type { TldRequirements } from '@registrar-kit/core';
import { createTestDriver } from '../support/test-driver.js';

function requirementsOf(tld: string): Promise<TldRequirements> {
  const { driver, read } = createTestDriver();
  return driver.getTldRequirements(tld, read('getTldRequirements'));
}

/** `key` of a field that is always required, `key?` of another. */
async function keysOf(tld: string): Promise<readonly string[]> {
  const { attributes } = await requirementsOf(tld);
  return attributes.map(({ key, required }) => (required ? key : `${key}?`));
}

const uk = ['LegalType', 'CompanyID?', 'Registeredfor'];
const au = ['RegistrantId', 'RegistrantIdType'];
const spain = ['RegistrantId', 'RegistrantIdType', 'LegalFormType'];

const expected: Readonly<Record<string, readonly string[]>> = {
  us: ['RegistrantNexus', 'RegistrantNexusCountry?', 'RegistrantPurpose'],
  eu: ['EUAgreeWhoisPolicy', 'EUAgreeDeletePolicy', 'EUAdrLang?'],
  nu: ['NUOrgNo', 'NUvatNo?'],
  ca: [
    'CIRALegalType',
    'CIRAWhoisDisplay',
    'CIRAAgreementVersion',
    'CIRAAgreementValue',
    'CIRALanguage?',
  ],
  'co.uk': uk.map((key) => `COUK${key}`),
  'me.uk': uk.map((key) => `MEUK${key}`),
  'org.uk': uk.map((key) => `ORGUK${key}`),
  'com.au': au.map((key) => `COMAU${key}`),
  'net.au': au.map((key) => `NETAU${key}`),
  'org.au': au.map((key) => `ORGAU${key}`),
  es: [
    ...spain.map((key) => `ES${key}`),
    'ESAdminIdType',
    // The only one that is written so.
    'EsAdminID',
    'ESAcceptAgreement',
  ],
  'com.es': spain.map((key) => `COMES${key}`),
  'nom.es': spain.map((key) => `NOMES${key}`),
  'org.es': spain.map((key) => `ORGES${key}`),
  de: ['DEConfirmAddress', 'DEAgreeDelete'],
  fr: [
    'FRLegalType',
    'FRRegistrantBirthDate?',
    'FRRegistrantBirthplace?',
    'FRRegistrantLegalId?',
    'FRRegistrantTradeNumber?',
    'FRRegistrantDunsNumber?',
    'FRRegistrantLocalId?',
    'FRRegistrantJoDateDec?',
    'FRRegistrantJoDatePub?',
    'FRRegistrantJoNumber?',
    'FRRegistrantJoPage?',
  ],
};

describe('getTldRequirements', () => {
  it.each(Object.entries(expected))('knows the fields of .%s', async (tld, keys) => {
    expect(await keysOf(tld)).toEqual(keys);
    expect(await requirementsOf(tld)).toMatchObject({ tld, stated: true });
  });

  it.each([
    ['us', 'RegistrantNexus', 'C11 C12 C21 C31 C32'],
    ['us', 'RegistrantPurpose', 'P1 P2 P3 P4 P5'],
    ['eu', 'EUAgreeWhoisPolicy', 'YES'],
    ['eu', 'EUAgreeDeletePolicy', 'YES'],
    [
      'ca',
      'CIRALegalType',
      'CCO CCT RES GOV EDU ASS HOP PRT TDM TRD PLT LAM TRS ABO INB LGR OMK MAJ',
    ],
    ['ca', 'CIRAWhoisDisplay', 'Full Private'],
    ['ca', 'CIRAAgreementVersion', '2.0'],
    ['ca', 'CIRAAgreementValue', 'Y'],
    ['ca', 'CIRALanguage', 'en fr'],
    [
      'me.uk',
      'MEUKLegalType',
      'IND FIND LTD PLC PTNR LLP IP STRA SCH RCHAR GOV OTHER CRC FCORP STAT FOTHER',
    ],
    ['net.au', 'NETAURegistrantIdType', 'ABN ACN RBN TM'],
    ['es', 'ESRegistrantIdType', 'ALIENID GENERICID VATID'],
    ['es', 'ESAdminIdType', 'GENERICID NATIONALIDENTITY ALIENID'],
    ['de', 'DEConfirmAddress', 'DE'],
    ['fr', 'FRLegalType', 'Company Individual'],
  ])('knows the values of .%s %s', async (tld, key, values) => {
    const { attributes } = await requirementsOf(tld);
    const options = attributes.find((attribute) => attribute.key === key)?.options;
    expect(options?.map(({ value }) => value).join(' ')).toBe(values);
  });

  it.each([
    ['co.uk', 'COUKCompanyID', 'COUKLegalType is LTD, PLC, LLP or RCHAR'],
    ['ca', 'CIRAWhoisDisplay', 'CIRALegalType is CCT, RES, ABO or LGR'],
    ['fr', 'FRRegistrantBirthDate', 'FRLegalType is Individual'],
    ['fr', 'FRRegistrantBirthplace', 'FRLegalType is Individual'],
    ['fr', 'FRRegistrantLegalId', 'for FRLegalType Company'],
  ])('says of .%s what %s depends on', async (tld, key, condition) => {
    const { attributes } = await requirementsOf(tld);
    const description = attributes.find((attribute) => attribute.key === key)?.description;
    expect(description).toContain(condition);
  });

  it('has 38 legal forms for each Spanish ending', async () => {
    for (const tld of ['es', 'com.es', 'nom.es', 'org.es']) {
      const { attributes } = await requirementsOf(tld);
      const options = attributes.find(({ key }) => key.endsWith('LegalFormType'))?.options ?? [];
      expect(new Set(options.map(({ value }) => value)).size).toBe(38);
    }
  });

  it('describes every field, and names none twice', async () => {
    for (const tld of Object.keys(expected)) {
      const { attributes } = await requirementsOf(tld);
      expect(new Set(attributes.map(({ key }) => key.toLowerCase())).size).toBe(attributes.length);
      for (const { key, description } of attributes) {
        expect(key).toMatch(/^\w{1,64}$/);
        expect(description).toMatch(/^\S.*[^.]$/);
      }
    }
  });

  it('states nothing of endings that the page does not name', async () => {
    expect(await requirementsOf('com')).toEqual({ tld: 'com', stated: false, attributes: [] });
    expect(await requirementsOf('uk')).toEqual({ tld: 'uk', stated: false, attributes: [] });
  });
});
