import {
  isRegistrarError,
  type AnyRegistrarError,
  type CallContext,
  type DomainName,
  type Secret,
  type TransferCheck,
} from '@registrar-kit/core';
import { createRedactor, wireField } from '@registrar-kit/provider-kit';
import * as z from 'zod';
import type { DomainNameApiClient } from '../domain-name-api-client.js';

const flag = wireField(z.boolean());
const text = wireField(z.string());
const replySchema = z.object({
  transferAvailabilityStatus: z.boolean(),
  authCodeIsRequired: flag,
  authCodeIsValid: flag,
  transferLock: flag,
  message: text,
  messageKey: text,
});

/**
 * Asks whether a domain can be brought here. A "no" comes with HTTP 200 and a reason, or as a refusal because of the code or the
 * state of the domain; both are answers.
 */
export async function checkTransfer(
  client: DomainNameApiClient,
  { domain, authCode }: { readonly domain: DomainName; readonly authCode: Secret | undefined },
  call: CallContext,
): Promise<TransferCheck> {
  // Every known client sends the field; that an empty one stands for "none yet" is assumed.
  const code = authCode?.reveal() ?? '';
  const body = { domainName: domain, authCode: code };
  const request = { method: 'POST', path: 'domains/transfers/check', body } as const;
  try {
    const { value } = await client.send({ ...request, personal: [code] }, replySchema, call);
    const { authCodeIsRequired, authCodeIsValid, transferLock } = value;
    const transferable = value.transferAvailabilityStatus;
    const reason = reasonOf(value.message, value.messageKey, code);
    return {
      domain,
      transferable,
      ...(authCodeIsRequired === undefined ? {} : { authCodeRequired: authCodeIsRequired }),
      // Of a code that nobody gave it says nothing.
      ...(authCodeIsValid === undefined || code === '' ? {} : { authCodeValid: authCodeIsValid }),
      ...(transferLock === undefined ? {} : { locked: transferLock }),
      ...(transferable || reason === undefined ? {} : { reason }),
    };
  } catch (error) {
    const answer = isRegistrarError(error) ? asAnswer(error, domain, code !== '') : undefined;
    if (answer === undefined) throw error;
    return answer;
  }
}

/** What a refusal says of the transfer; `undefined` when it is about something else. */
function asAnswer(
  error: AnyRegistrarError,
  domain: DomainName,
  codeGiven: boolean,
): TransferCheck | undefined {
  const { vendor } = error;
  const reason = vendor?.message === undefined ? {} : { reason: vendor.message };
  if (error.code === 'INVALID_DOMAIN_STATE') return { domain, transferable: false, ...reason };
  const aboutCode =
    error.code === 'INVALID_INPUT' && error.issues.every(({ path }) => path === 'authCode');
  return aboutCode && codeGiven
    ? { domain, transferable: false, authCodeValid: false, ...reason }
    : undefined;
}

/** The vendor's own words, which may quote the code. */
function reasonOf(
  message: string | undefined,
  messageKey: string | undefined,
  code: string,
): string | undefined {
  const words = [message, messageKey].find((text) => (text ?? '').trim() !== '');
  return words === undefined ? undefined : createRedactor([code])(words.trim()).slice(0, 300);
}
