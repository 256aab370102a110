import type { DomainName, InputIssue, TldAttribute } from '@registrar-kit/core';

const category = 'TRABISDOMAINCATEGORY';

/**
 * What the gateway takes for `.tr` names (the registry's system is called Trabis), as the vendor's own client sends it. It
 * refuses every other key, also the names of the older interface; the rest it takes from the contact.
 */
export const trAttributes: readonly TldAttribute[] = [
  {
    key: category,
    description: 'whether a person or an organisation holds the name',
    required: true,
    options: [
      { value: 'Owner', label: 'a person; needs TRABISCITIZENID' },
      {
        value: 'Corporate',
        label: 'an organisation; needs TRABISTAXOFFICE and TRABISTAXNUMBER',
      },
    ],
  },
  {
    key: 'TRABISCITIZENID',
    description: 'citizen number of the person; required for Owner',
    required: false,
  },
  {
    key: 'TRABISTAXOFFICE',
    description: 'tax office of the organisation; required for Corporate',
    required: false,
  },
  {
    key: 'TRABISTAXNUMBER',
    description: 'tax number of the organisation; required for Corporate',
    required: false,
  },
];

/** The fields without which the registration of one category is refused. */
const needed: Readonly<Record<'Owner' | 'Corporate', readonly string[]>> = {
  Owner: ['TRABISCITIZENID'],
  Corporate: ['TRABISTAXOFFICE', 'TRABISTAXNUMBER'],
};

/** Whether an ending, or the ending of a name, is Turkish. */
export function isTurkish(name: string): boolean {
  return /(?:^|\.)tr$/.test(name);
}

/** What the gateway would refuse of the extra fields of a registration, where that is certain. Holds no value. */
export function trAttributeIssues(
  domain: DomainName,
  attributes: Readonly<Record<string, string>>,
): readonly InputIssue[] {
  if (!isTurkish(domain)) return [];
  const issues: InputIssue[] = [];
  const issue = (key: string, problem: string, cure: string): void => {
    issues.push({ path: `tldAttributes.${key}`, problem, cure });
  };
  const chosen = attributes[category] ?? '';
  if (chosen === 'Owner' || chosen === 'Corporate') {
    for (const key of needed[chosen]) {
      if ((attributes[key] ?? '').trim() === '')
        issue(key, `is missing, and ${chosen} needs it`, 'fill it in');
    }
  } else {
    const problem =
      chosen.trim() === '' ? 'is missing' : 'is neither "Owner" nor "Corporate", written so';
    issue(category, problem, 'give "Owner" for a person or "Corporate" for an organisation');
  }
  const known = trAttributes.map(({ key }) => key);
  for (const key of Object.keys(attributes)) {
    if (!known.includes(key))
      issue(key, 'is no field that .tr names have here', `give only ${known.join(', ')}`);
  }
  return issues;
}
