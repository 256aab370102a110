import type { WorldDomain, WorldTld } from '@registrar-kit/testing';
import type { CommandParameters } from './command-parameters.js';
import { otherContactParameters } from './vendor-contacts.js';

/*
 * What the vendor keeps beside a domain and the world has no word for stands among the domain's extra fields, so that it
 * survives in the world's snapshots.
 */

/** `no` where the domain was ordered without the free privacy subscription. */
export const subscriptionField = 'AddFreeWhoisguard';

/** How often the hidden address was changed. */
export const hiddenAddressField = 'WhoisguardEmailChanges';

type Fields = Readonly<Record<string, string>>;

const contactFields: ReadonlySet<string> = new Set(otherContactParameters);
const ownFields: ReadonlySet<string> = new Set([
  ...contactFields,
  subscriptionField,
  hiddenAddressField,
]);

/** The fields of the registry: what `CurrentAttributes` shows. */
export function registryFieldsOf({ tldAttributes }: WorldDomain): Fields {
  return filled(tldAttributes, (name) => !ownFields.has(name));
}

/** What is kept of the contacts beside the fields that the world knows. */
export function otherFieldsOf({ tldAttributes }: WorldDomain): Fields {
  return filled(tldAttributes, (name) => contactFields.has(name));
}

function filled(fields: Fields, isMeant: (name: string) => boolean): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => isMeant(name) && value !== ''),
  );
}

/**
 * The fields for the registry in a request: what no command has a name for, spelt as the registry spells it. `Billing…` is an
 * optional fifth contact, which is not kept.
 */
export function registryFieldsIn(
  parameters: CommandParameters,
  named: readonly string[],
  tld: WorldTld | undefined,
): Fields {
  const spelling = new Map((tld?.attributes ?? []).map(({ key }) => [key.toLowerCase(), key]));
  return Object.fromEntries(
    Object.entries(parameters.except([...named, ...ownFields]))
      .filter(([name]) => /^(?!billing)[a-z]\w*$/i.test(name))
      .map(([name, value]) => [spelling.get(name.toLowerCase()) ?? name, value]),
  );
}
