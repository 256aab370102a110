import type { RegistryWorld, WorldDomain } from '@registrar-kit/testing';
import { hiddenAddressField, subscriptionField } from './held-fields.js';

const firstId = 400_000;

/** The number of a domain's privacy subscription; `undefined` where it has none. */
export function subscriptionIdOf(domain: WorldDomain, world: RegistryWorld): number | undefined {
  const isSold = world.tldOf(domain.domain)?.supportsPrivacy ?? false;
  const isLinked = domain.tldAttributes[subscriptionField] !== 'no';
  return isSold && isLinked ? domain.id + firstId : undefined;
}

/** The domain that a subscription would be linked to. Looking it up does not count as reading the domain. */
export function nameOfSubscription(id: string, world: RegistryWorld): string | undefined {
  return world.toJSON().domains.find((domain) => String(domain.id + firstId) === id)?.domain;
}

/** What the public sees instead of the registrant's address. */
export function hiddenAddressOf({ id, tldAttributes }: WorldDomain): string {
  const changes = changesOf(tldAttributes);
  return `${id}${changes === 0 ? '' : `-${changes}`}.protect@example.net`;
}

/** The extra field that gives the hidden address another form. */
export function afterAddressChange({
  tldAttributes,
}: WorldDomain): Readonly<Record<string, string>> {
  return { [hiddenAddressField]: String(changesOf(tldAttributes) + 1) };
}

function changesOf(fields: WorldDomain['tldAttributes']): number {
  return Number(fields[hiddenAddressField] ?? '0');
}

/** Where mail to the hidden address goes. */
export function forwardedToOf({ privacyForwardTo, contacts }: WorldDomain): string {
  return privacyForwardTo ?? contacts.registrant.email;
}
