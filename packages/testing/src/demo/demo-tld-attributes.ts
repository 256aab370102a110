import type { WorldTldAttribute } from '../world/world-tld.js';

/** The extra fields of some endings, under the names that one of the vendors gives them. */
export const usAttributes: readonly WorldTldAttribute[] = [
  {
    key: 'RegistrantNexus',
    description: 'Why the registrant may hold a name under .us',
    required: true,
    options: [
      { value: 'C11', label: 'Citizen of the United States' },
      { value: 'C12', label: 'Permanent resident' },
      { value: 'C21', label: 'Organisation of the United States' },
      { value: 'C31', label: 'Foreign organisation' },
      { value: 'C32', label: 'Foreign organisation with an office in the United States' },
    ],
  },
  {
    key: 'RegistrantNexusCountry',
    description: 'ISO code of a foreign organisation’s country',
    required: false,
  },
  {
    key: 'RegistrantPurpose',
    description: 'What the name is for',
    required: true,
    options: [
      { value: 'P1', label: 'Business' },
      { value: 'P2', label: 'Non-profit' },
      { value: 'P3', label: 'Personal' },
      { value: 'P4', label: 'Education' },
      { value: 'P5', label: 'Government' },
    ],
  },
];

export const caAttributes: readonly WorldTldAttribute[] = [
  {
    key: 'CIRALegalType',
    description: 'Why the registrant may hold a name under .ca',
    required: true,
    options: [
      ...['CCO', 'CCT', 'RES', 'GOV', 'EDU', 'ASS', 'HOP', 'PRT', 'TDM', 'TRD', 'PLT', 'LAM'],
      ...['TRS', 'ABO', 'INB', 'LGR', 'OMK', 'MAJ'],
    ].map((value) => ({ value })),
  },
  {
    key: 'CIRAWhoisDisplay',
    required: true,
    options: [{ value: 'Full' }, { value: 'Private' }],
  },
  { key: 'CIRAAgreementVersion', required: true, options: [{ value: '2.0' }] },
  { key: 'CIRAAgreementValue', required: true, options: [{ value: 'Y' }] },
  { key: 'CIRALanguage', required: false, options: [{ value: 'en' }, { value: 'fr' }] },
];

export const auAttributes: readonly WorldTldAttribute[] = [
  { key: 'COMAURegistrantId', description: 'Number of the registrant', required: true },
  {
    key: 'COMAURegistrantIdType',
    description: 'What kind of number it is',
    required: true,
    options: [{ value: 'ABN' }, { value: 'ACN' }, { value: 'RBN' }, { value: 'TM' }],
  },
];

export const trAttributes: readonly WorldTldAttribute[] = [
  {
    key: 'TRABISDOMAINCATEGORY',
    description: 'Whether a person or a company holds the name',
    required: true,
    options: [
      { value: 'Owner', label: 'Person' },
      { value: 'Corporate', label: 'Company' },
    ],
  },
  {
    key: 'TRABISCITIZENID',
    description: 'Citizen number; for Owner',
    required: false,
    requiredWhen: { key: 'TRABISDOMAINCATEGORY', value: 'Owner' },
  },
  {
    key: 'TRABISTAXOFFICE',
    description: 'Tax office; for Corporate',
    required: false,
    requiredWhen: { key: 'TRABISDOMAINCATEGORY', value: 'Corporate' },
  },
  {
    key: 'TRABISTAXNUMBER',
    description: 'Tax number; for Corporate',
    required: false,
    requiredWhen: { key: 'TRABISDOMAINCATEGORY', value: 'Corporate' },
  },
];
