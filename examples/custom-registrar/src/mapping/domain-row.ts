import {
  readCalendarDate,
  readDomainName,
  readNameserver,
  toUnicodeDomain,
  type Domain,
  type DomainName,
} from '@registrar-kit/core';
import { wireField } from '@registrar-kit/provider-kit';
import * as z from 'zod';
import { fromDomainState } from './domain-status.js';

const text = wireField(z.string());
const flag = wireField(z.boolean());

/** A domain as the vendor gives it, in lists and alone. */
export const domainRowSchema = z.object({
  name: z.string(),
  state: z.string(),
  registered: text,
  expires: text,
  servers: wireField(z.array(z.string())),
  ownServers: flag,
  transferLock: flag,
  shield: flag,
  autoRenewal: flag,
  premium: flag,
});

export type DomainRow = z.output<typeof domainRowSchema>;

/** A row in our words; `undefined` where its name is none. */
export function fromDomainRow(row: DomainRow): Domain | undefined {
  const domain = readDomainName(row.name);
  return domain.ok ? domainOf(domain.domain, row) : undefined;
}

/** A row about a domain that was asked for. What the vendor does not state stays absent. */
export function domainOf(domain: DomainName, row: DomainRow): Domain {
  const registeredOn = readCalendarDate(row.registered ?? '');
  const expiresOn = readCalendarDate(row.expires ?? '');
  const { state, servers, transferLock, shield, autoRenewal, premium } = row;
  return {
    domain,
    unicode: toUnicodeDomain(domain),
    status: fromDomainState(state),
    vendorStatus: state,
    owned: true,
    ...(registeredOn === undefined ? {} : { registeredOn }),
    ...(expiresOn === undefined ? {} : { expiresOn }),
    ...(servers === undefined
      ? {}
      : { nameservers: servers.flatMap((name) => readNameserver(name) ?? []) }),
    ...(transferLock === undefined ? {} : { locked: transferLock }),
    ...(shield === undefined ? {} : { privacy: shield }),
    ...(autoRenewal === undefined ? {} : { autoRenew: autoRenewal }),
    ...(premium === undefined ? {} : { premium }),
  };
}
