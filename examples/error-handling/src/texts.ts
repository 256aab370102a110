import { formatMoney, type AnyRegistrarError } from '@registrar-kit/core';
import { match } from 'ts-pattern';

/** What two people are told of one failure. */
export interface Texts {
  /** On the page where the customer waits: what it means for them, and nothing about the account. */
  readonly customer: string;
  /** In the panel's log and on its admin pages: what is known, and what to do now. Never holds a secret. */
  readonly admin: string;
  /** What the panel does by itself. */
  readonly panel:
    'try again later' | 'ask the customer' | 'tell an admin' | 'reconcile' | 'nothing';
}

/**
 * Every error of the library. A new code does not compile until it is told here; within a case the fields of that error are
 * there, without a cast.
 */
export function toTexts(error: AnyRegistrarError): Texts {
  // What the library found out, fit for the two: the most likely cause first.
  const [{ customerText: customer }] = error.diagnosis;
  return (
    match(error)
      .returnType<Texts>()
      .with({ code: 'AUTHENTICATION_FAILED' }, ({ reason }) => ({
        customer,
        admin: `the credentials are not accepted (${reason}); ${cureOf(error)}`,
        panel: 'tell an admin',
      }))
      .with({ code: 'ACCESS_DENIED', reason: 'ip_not_allowed' }, ({ observedAddress }) => ({
        customer,
        admin: `the registrar sees ${observedAddress ?? 'another address'}, which is not on the allow-list; ${cureOf(error)}`,
        panel: 'tell an admin',
      }))
      .with({ code: 'ACCESS_DENIED' }, ({ reason }) => ({
        customer,
        admin: `the account is known and refused (${reason}); ${cureOf(error)}`,
        panel: 'tell an admin',
      }))
      .with({ code: 'RATE_LIMITED' }, ({ retryAfterMs, source }) => ({
        customer,
        admin: `too many calls, says the ${source}; it passes by itself, ${after(retryAfterMs)}`,
        panel: 'try again later',
      }))
      .with({ code: 'INVALID_INPUT' }, ({ issues }) => ({
        // The fields are the customer's own; each has its problem and its cure.
        customer: `Please check: ${issues.map(({ path, cure }) => `${path} (${cure})`).join(', ')}.`,
        admin: `the customer gave what cannot be used: ${issues.map(({ path }) => path).join(', ')}`,
        panel: 'ask the customer',
      }))
      .with({ code: 'INSUFFICIENT_FUNDS' }, () => ({
        customer,
        admin: `the balance does not cover the order; ${cureOf(error)}`,
        panel: 'tell an admin',
      }))
      .with({ code: 'PRICE_CHANGED' }, ({ agreed, current }) => ({
        customer:
          current === undefined
            ? customer
            : `The price is now ${formatMoney(current)}. Do you agree?`,
        admin: `agreed to ${agreed === undefined ? 'the listed price' : formatMoney(agreed)}; nothing was bought`,
        panel: 'ask the customer',
      }))
      .with({ code: 'DOMAIN_UNAVAILABLE' }, () => ({
        customer,
        admin: 'somebody was faster, or the name is reserved; nothing was bought',
        panel: 'ask the customer',
      }))
      .with({ code: 'DOMAIN_NOT_FOUND' }, () => ({
        customer,
        admin: 'not in this account at the moment; one such answer does not mean that it is gone',
        panel: 'try again later',
      }))
      .with({ code: 'INVALID_DOMAIN_STATE' }, ({ state }) => ({
        customer,
        admin: `not in this state of the domain (${state ?? 'which one is not told'}): ${error.message}`,
        panel: 'tell an admin',
      }))
      .with({ code: 'UNSUPPORTED_OPERATION' }, ({ reason, alternative }) => ({
        customer,
        admin: `not offered: ${reason}${alternative === undefined ? '' : `; ${alternative}`}`,
        panel: 'tell an admin',
      }))
      .with({ code: 'CONFIGURATION_INVALID' }, ({ issues }) => ({
        customer,
        admin: `the configuration cannot work: ${issues.map(({ path, cure }) => `${path}: ${cure}`).join('; ')}`,
        panel: 'tell an admin',
      }))
      .with({ code: 'OUTCOME_UNKNOWN' }, ({ handle, lostBecause }) => ({
        customer,
        admin: `may have been bought, the answer was lost (${lostBecause}); keep the handle (${handle.kind} ${handle.domain ?? ''}) and reconcile it, never order again`,
        panel: 'reconcile',
      }))
      // Whether the registrar may have acted decides, and not which of these it was.
      .with({ effect: 'none', retryable: true }, () => ({
        customer,
        admin: `${error.message}; nothing was done`,
        panel: 'try again later',
      }))
      .with({ code: 'CANCELLED' }, () => ({
        customer: 'You have stopped it.',
        admin: 'ended by the panel itself',
        panel: 'nothing',
      }))
      .with(
        { code: 'PROVIDER_ERROR' },
        { code: 'PROVIDER_UNAVAILABLE' },
        { code: 'UNEXPECTED_RESPONSE' },
        { code: 'TRANSPORT_FAILED' },
        { code: 'TIMEOUT' },
        ({ effect }) => ({
          customer,
          admin: `${error.message}; effect: ${effect}; ${cureOf(error)}`,
          panel: 'tell an admin',
        }),
      )
      .exhaustive()
  );
}

function cureOf({ diagnosis: [{ remedy }] }: AnyRegistrarError): string {
  const values = (remedy.values ?? []).map(({ name, value }) => `${name}: ${value}`);
  const [step = 'look at the diagnosis'] = remedy.steps;
  return [`${remedy.actor}: ${step.replace(/\.$/, '')}`, ...values].join(', ');
}

function after(retryAfterMs: number | undefined): string {
  return retryAfterMs === undefined
    ? 'nobody says when'
    : `in ${String(Math.ceil(retryAfterMs / 1000))} s at most`;
}
