import type { TldAttribute } from '@registrar-kit/core';

/** https://www.namecheap.com/support/api/extended-attributes/ */
type Attributes = readonly TldAttribute[];
type Options = NonNullable<TldAttribute['options']>;

function valuesOf(words: string): Options {
  return words.split(' ').map((value) => ({ value }));
}

const us: Attributes = [
  {
    key: 'RegistrantNexus',
    description: 'what ties the registrant to the United States',
    required: true,
    options: [
      { value: 'C11', label: 'US citizen' },
      { value: 'C12', label: 'permanent resident of the US' },
      { value: 'C21', label: 'US organisation' },
      { value: 'C31', label: 'foreign organisation' },
      { value: 'C32', label: 'foreign organisation with an office in the US' },
    ],
  },
  {
    key: 'RegistrantNexusCountry',
    description: 'country of the nexus, as a code of two letters',
    required: false,
  },
  {
    key: 'RegistrantPurpose',
    description: 'what the name is for',
    required: true,
    options: [
      { value: 'P1', label: 'business' },
      { value: 'P2', label: 'non-profit or religious organisation' },
      { value: 'P3', label: 'personal' },
      { value: 'P4', label: 'education' },
      { value: 'P5', label: 'government' },
    ],
  },
];

const eu: Attributes = [
  {
    key: 'EUAgreeWhoisPolicy',
    description: "agreement to the registry's WHOIS policy",
    required: true,
    options: valuesOf('YES'),
  },
  {
    key: 'EUAgreeDeletePolicy',
    description: 'agreement to the rules for renewal and deletion; without it the order is refused',
    required: true,
    options: valuesOf('YES'),
  },
  {
    key: 'EUAdrLang',
    description: 'language for the settlement of disputes',
    required: false,
    options: [
      { value: 'BG', label: 'Bulgarian' },
      { value: 'CS', label: 'Czech' },
      { value: 'DS', label: 'Danish' },
      { value: 'NL', label: 'Dutch' },
      { value: 'EN', label: 'English' },
      { value: 'ET', label: 'Estonian' },
      { value: 'FI', label: 'Finnish' },
      { value: 'FR', label: 'French' },
      { value: 'DE', label: 'German' },
      { value: 'EL', label: 'Greek' },
      { value: 'HU', label: 'Hungarian' },
      { value: 'IT', label: 'Italian' },
      { value: 'LV', label: 'Latvian' },
      { value: 'LI', label: 'Lithuanian' },
      { value: 'MT', label: 'Maltese' },
      { value: 'PL', label: 'Polish' },
      { value: 'PT', label: 'Portuguese' },
      { value: 'RO', label: 'Romanian' },
      { value: 'SK', label: 'Slovak' },
      { value: 'SL', label: 'Slovenian' },
      { value: 'ES', label: 'Spanish' },
      { value: 'SV', label: 'Swedish' },
    ],
  },
];

const nu: Attributes = [
  {
    key: 'NUOrgNo',
    description: 'personal number of an individual, or organisation number of a company',
    required: true,
  },
  { key: 'NUvatNo', description: 'VAT number of an organisation', required: false },
];

const ca: Attributes = [
  {
    key: 'CIRALegalType',
    description: 'what the registrant is',
    required: true,
    options: [
      { value: 'CCO', label: 'corporation' },
      { value: 'CCT', label: 'Canadian citizen' },
      { value: 'RES', label: 'permanent resident of Canada' },
      { value: 'GOV', label: 'government' },
      { value: 'EDU', label: 'educational institution' },
      { value: 'ASS', label: 'unincorporated association' },
      { value: 'HOP', label: 'hospital' },
      { value: 'PRT', label: 'partnership' },
      { value: 'TDM', label: 'trade mark' },
      { value: 'TRD', label: 'trade union' },
      { value: 'PLT', label: 'political party' },
      { value: 'LAM', label: 'library, archive or museum' },
      { value: 'TRS', label: 'trust' },
      { value: 'ABO', label: 'Aboriginal person' },
      { value: 'INB', label: 'Indian band' },
      { value: 'LGR', label: 'legal representative' },
      { value: 'OMK', label: 'official mark' },
      { value: 'MAJ', label: 'the Crown' },
    ],
  },
  {
    key: 'CIRAWhoisDisplay',
    description:
      'whether the public sees the registrant; Private only where CIRALegalType is CCT, RES, ABO or LGR',
    required: true,
    options: valuesOf('Full Private'),
  },
  {
    key: 'CIRAAgreementVersion',
    description: "version of the registry's agreement with the registrant",
    required: true,
    options: valuesOf('2.0'),
  },
  {
    key: 'CIRAAgreementValue',
    description: 'consent to that agreement',
    required: true,
    options: valuesOf('Y'),
  },
  {
    key: 'CIRALanguage',
    description: 'language for the contact',
    required: false,
    options: [
      { value: 'en', label: 'English' },
      { value: 'fr', label: 'French' },
    ],
  },
];

function uk(prefix: string): Attributes {
  return [
    {
      key: `${prefix}LegalType`,
      description: 'what the registrant is',
      required: true,
      options: [
        { value: 'IND', label: 'UK individual' },
        { value: 'FIND', label: 'individual elsewhere' },
        { value: 'LTD', label: 'UK limited company' },
        { value: 'PLC', label: 'UK public limited company' },
        { value: 'PTNR', label: 'UK partnership' },
        { value: 'LLP', label: 'UK limited liability partnership' },
        { value: 'IP', label: 'UK industrial or provident registered company' },
        { value: 'STRA', label: 'UK sole trader' },
        { value: 'SCH', label: 'UK school' },
        { value: 'RCHAR', label: 'UK registered charity' },
        { value: 'GOV', label: 'UK government body' },
        { value: 'OTHER', label: 'other UK entity' },
        { value: 'CRC', label: 'UK corporation by royal charter' },
        { value: 'FCORP', label: 'corporation elsewhere' },
        { value: 'STAT', label: 'UK statutory body' },
        { value: 'FOTHER', label: 'other entity elsewhere' },
      ],
    },
    {
      key: `${prefix}CompanyID`,
      description: `company number; required where ${prefix}LegalType is LTD, PLC, LLP or RCHAR`,
      required: false,
    },
    {
      key: `${prefix}Registeredfor`,
      description: 'the person or company that the name is registered for',
      required: true,
    },
  ];
}

function au(prefix: string): Attributes {
  return [
    { key: `${prefix}RegistrantId`, description: 'number of the registrant', required: true },
    {
      key: `${prefix}RegistrantIdType`,
      description: 'what kind of number that is',
      required: true,
      options: [
        { value: 'ABN', label: 'Australian Business Number' },
        { value: 'ACN', label: 'Australian Company Number' },
        { value: 'RBN', label: 'business registration number' },
        { value: 'TM', label: 'trade mark number' },
      ],
    },
  ];
}

const spanishForms = valuesOf(
  'Association CentralGovernmentBody CivilSociety CommunityofOwners CommunityProperty Consulate Cooperative ' +
    'DesignationofOriginSupervisoryCouncil EconomicInterestGroup Embassy EntityManagingNaturalAreas FarmPartnership ' +
    'Foundation GeneralandLimitedPartnership GeneralPartnership Individual LimitedCompany LocalAuthority ' +
    'LocalPublicEntity MutualInsuranceCompany NationalPublicEntity OrderorReligiousInstitution Others PoliticalParty ' +
    'ProfessionalAssociation PublicLawAssociation PublicLimitedCompany RegionalGovernmentBody RegionalPublicEntity ' +
    'SavingsBank SpanishOffice SportsAssociation Sports_Association SportsFederation TemporaryAllianceofEnterprises ' +
    'TradeUnion WorkerownedCompany WorkerownedLimitedCompany',
);

function spain(prefix: string): Attributes {
  return [
    { key: `${prefix}RegistrantId`, description: 'number of the registrant', required: true },
    {
      key: `${prefix}RegistrantIdType`,
      description: 'what kind of number that is',
      required: true,
      options: valuesOf('ALIENID GENERICID VATID'),
    },
    {
      key: `${prefix}LegalFormType`,
      description: 'what the registrant is',
      required: true,
      options: spanishForms,
    },
  ];
}

const es: Attributes = [
  ...spain('ES'),
  {
    key: 'ESAdminIdType',
    description: 'what kind of number EsAdminID is',
    required: true,
    options: valuesOf('GENERICID NATIONALIDENTITY ALIENID'),
  },
  { key: 'EsAdminID', description: 'number of the administrative contact', required: true },
  {
    key: 'ESAcceptAgreement',
    description: 'agreement to the terms of the registry',
    required: true,
    options: valuesOf('Yes No'),
  },
];

const de: Attributes = [
  {
    key: 'DEConfirmAddress',
    description: 'confirms that the administrative contact has an address in Germany',
    required: true,
    options: valuesOf('DE'),
  },
  {
    key: 'DEAgreeDelete',
    description: 'agreement to the rules for renewal',
    required: true,
    options: valuesOf('Yes No'),
  },
];

function frenchCompany(key: string, what: string): TldAttribute {
  return {
    key: `FRRegistrant${key}`,
    description: `${what}; for FRLegalType Company`,
    required: false,
  };
}

const fr: Attributes = [
  {
    key: 'FRLegalType',
    description: 'what the registrant is',
    required: true,
    options: valuesOf('Company Individual'),
  },
  {
    key: 'FRRegistrantBirthDate',
    description: 'date of birth as YYYY-MM-DD; required where FRLegalType is Individual',
    required: false,
  },
  {
    key: 'FRRegistrantBirthplace',
    description: 'place of birth; required where FRLegalType is Individual',
    required: false,
  },
  frenchCompany('LegalId', 'SIREN or SIRET number'),
  frenchCompany('TradeNumber', 'number of a European trade mark'),
  frenchCompany('DunsNumber', 'DUNS number'),
  frenchCompany('LocalId', 'number in a country of the European Economic Area'),
  frenchCompany('JoDateDec', 'date on which an association was declared, as YYYY-MM-DD'),
  frenchCompany('JoDatePub', 'date of publication in the Journal Officiel, as YYYY-MM-DD'),
  frenchCompany('JoNumber', 'number of the Journal Officiel'),
  frenchCompany('JoPage', 'page of the announcement in the Journal Officiel'),
];

/**
 * The extra fields that Namecheap publishes, by ending; it says itself that registries of other endings want some, too. A field
 * is `required` where an order without it is always refused; what depends on another field says so.
 *
 * https://www.namecheap.com/support/api/extended-attributes/
 */
export const extendedAttributes: ReadonlyMap<string, Attributes> = new Map([
  ['us', us],
  ['eu', eu],
  ['nu', nu],
  ['ca', ca],
  ['co.uk', uk('COUK')],
  ['me.uk', uk('MEUK')],
  ['org.uk', uk('ORGUK')],
  ['com.au', au('COMAU')],
  ['net.au', au('NETAU')],
  ['org.au', au('ORGAU')],
  ['es', es],
  ['com.es', spain('COMES')],
  ['nom.es', spain('NOMES')],
  ['org.es', spain('ORGES')],
  ['de', de],
  ['fr', fr],
]);
