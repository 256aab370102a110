import { z } from 'zod';
import { asWrite } from '../../driver/call-context.js';
import type { CallOptions } from '../../operations/call-options.js';
import type {
  AutoRenewState,
  DomainContacts,
  LockState,
  PrivacyState,
  SetAutoRenewInput,
  SetContactsInput,
  SetLockInput,
  SetPrivacyInput,
} from '../../operations/settings.js';
import { assertStands } from '../assert-stands.js';
import { changedContactsField, emailField } from '../contact-fields.js';
import { attributesField, domainField } from '../input-fields.js';
import type { PortableContext } from '../portable-context.js';

const lockSchema = z.strictObject({ domain: domainField, locked: z.boolean() });
const autoRenewSchema = z.strictObject({ domain: domainField, autoRenew: z.boolean() });
const privacySchema = z.strictObject({
  domain: domainField,
  privacy: z.boolean(),
  forwardTo: emailField.optional(),
});
const contactsSchema = z.strictObject({
  domain: domainField,
  contacts: changedContactsField,
  tldAttributes: attributesField.optional(),
});

/** Sets the registrar lock, and looks whether it stands. */
export async function setLock(
  context: PortableContext,
  input: SetLockInput,
  options: CallOptions | undefined,
): Promise<LockState> {
  const request = context.parse('setLock', lockSchema, input);
  const { domain, locked } = request;
  const setLock = context.method('setLock', domain);
  const change = async (call: Parameters<typeof setLock>[1]): Promise<LockState> => {
    const state = await setLock(request, asWrite(call));
    assertStands(state.locked === locked, 'the registrar lock', call.origin);
    return state;
  };
  return context.write('setLock', options, change, domain);
}

/** Sets the privacy, and looks whether it stands. */
export async function setPrivacy(
  context: PortableContext,
  input: SetPrivacyInput,
  options: CallOptions | undefined,
): Promise<PrivacyState> {
  const parsed = context.parse('setPrivacy', privacySchema, input);
  const { domain, privacy, forwardTo } = parsed;
  const setPrivacy = context.method('setPrivacy', domain);
  const change = async (call: Parameters<typeof setPrivacy>[1]): Promise<PrivacyState> => {
    const state = await setPrivacy({ domain, privacy, forwardTo }, asWrite(call));
    assertStands(state.privacy === privacy, 'the privacy', call.origin);
    return state;
  };
  return context.write('setPrivacy', options, change, domain);
}

/** Sets the automatic renewal, and looks whether it stands. */
export async function setAutoRenew(
  context: PortableContext,
  input: SetAutoRenewInput,
  options: CallOptions | undefined,
): Promise<AutoRenewState> {
  const request = context.parse('setAutoRenew', autoRenewSchema, input);
  const { domain, autoRenew } = request;
  const setAutoRenew = context.method('setAutoRenew', domain);
  const change = async (call: Parameters<typeof setAutoRenew>[1]): Promise<AutoRenewState> => {
    const state = await setAutoRenew(request, asWrite(call));
    assertStands(state.autoRenew === autoRenew, 'the automatic renewal', call.origin);
    return state;
  };
  return context.write('setAutoRenew', options, change, domain);
}

/** Replaces the contacts of the roles given. */
export async function setContacts(
  context: PortableContext,
  input: SetContactsInput,
  options: CallOptions | undefined,
): Promise<DomainContacts> {
  const parsed = context.parse('setContacts', contactsSchema, input);
  const { domain, contacts, tldAttributes = {} } = parsed;
  const setContacts = context.method('setContacts', domain);
  return context.write(
    'setContacts',
    options,
    (call) => setContacts({ domain, contacts, tldAttributes }, asWrite(call)),
    domain,
  );
}
