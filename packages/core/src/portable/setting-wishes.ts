import type { SettingName } from '../operations/paid-result.js';
import type { Wishes } from '../outcome/wishes.js';
import type { CompleteContactSet } from '../values/contact.js';
import type { DomainName } from '../values/domain-name.js';
import type { Nameserver } from '../values/nameserver.js';
import { assertStands } from './assert-stands.js';
import type { PortableContext } from './portable-context.js';

/** What a caller may wish beside a purchase; `undefined` is no wish. */
export interface WishedSettings {
  readonly contacts: CompleteContactSet | undefined;
  readonly tldAttributes?: Readonly<Record<string, string>>;
  readonly nameservers?: readonly Nameserver[];
  readonly privacy: boolean | undefined;
  readonly lock?: boolean | undefined;
}

/** How each wish is carried out when the purchase did not bring it: by the driver's own method, and looked at afterwards. */
export function wishesOf(
  context: PortableContext,
  domain: DomainName,
  wished: WishedSettings,
): Wishes {
  const { contacts, tldAttributes = {}, nameservers = [], privacy, lock: locked } = wished;
  const wishes: { -readonly [Setting in SettingName]?: Wishes[Setting] } = {};
  if (contacts !== undefined) {
    wishes.contacts = async (call) => {
      await context.method('setContacts', domain)({ domain, contacts, tldAttributes }, call);
    };
  }
  if (nameservers.length > 0) {
    wishes.nameservers = async (call) => {
      const setNameservers = context.method('setNameservers', domain);
      const state = await setNameservers({ domain, nameservers }, call);
      const stands = new Set<string>(state.nameservers);
      const same =
        stands.size === nameservers.length && nameservers.every((name) => stands.has(name));
      assertStands(same, 'the delegation', call.origin);
    };
  }
  if (privacy !== undefined) {
    wishes.privacy = async (call) => {
      const setPrivacy = context.method('setPrivacy', domain);
      const state = await setPrivacy({ domain, privacy, forwardTo: undefined }, call);
      assertStands(state.privacy === privacy, 'the privacy', call.origin);
    };
  }
  if (locked !== undefined) {
    wishes.lock = async (call) => {
      const state = await context.method('setLock', domain)({ domain, locked }, call);
      assertStands(state.locked === locked, 'the registrar lock', call.origin);
    };
  }
  return wishes;
}

/** Those of some settings that are wished. */
export function wishedOf(wishes: Wishes, ...settings: readonly SettingName[]): SettingName[] {
  return settings.filter((setting) => wishes[setting] !== undefined);
}
