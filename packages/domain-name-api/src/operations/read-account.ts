import { AuthenticationError, type CallContext } from '@registrar-kit/core';
import { wireField } from '@registrar-kit/provider-kit';
import * as z from 'zod';
import type { DomainNameApiClient, DriftReport } from '../domain-name-api-client.js';
import { amountSchema } from '../mapping/amount.js';
import { unauthorizedCauses } from '../reply/to-registrar-error.js';

const replySchema = z.object({
  resellerId: wireField(z.string().min(1)),
  usdBalance: amountSchema,
  tryBalance: amountSchema,
});

/** The account as the vendor describes it. */
export interface AccountAnswer {
  readonly account: string;
  readonly balances: Omit<z.output<typeof replySchema>, 'resellerId'>;
  readonly drift: DriftReport;
}

/**
 * Reads the account. All of the vendor's own modules take a reply without `resellerId` for a failed login.
 *
 * @throws AuthenticationError for such a reply
 */
export async function readAccount(
  client: DomainNameApiClient,
  call: CallContext,
): Promise<AccountAnswer> {
  const { value, drift } = await client.send(
    { method: 'GET', path: 'deposit/accounts/me' },
    replySchema,
    call,
  );
  const { resellerId, ...balances } = value;
  if (resellerId !== undefined) return { account: resellerId, balances, drift };
  throw new AuthenticationError({
    ...call.origin,
    reason: 'unauthorized',
    detail:
      'the answer names no reseller, which is how a login that failed looks; compare resellerId and the key of this environment with Reseller Settings > Integration Details',
    causes: unauthorizedCauses,
    evidence: client.evidence,
  });
}
