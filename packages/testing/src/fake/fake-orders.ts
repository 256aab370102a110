import type { PriceReading, Receipt } from '@registrar-kit/core';
import type { WorldReceipt } from '../world/world-orders.js';
import type { FakeOperations } from './fake-operation.js';

/** What costs money, and what ends a domain. */
export const fakeOrders: FakeOperations<
  'registerDomain' | 'renewDomain' | 'restoreDomain' | 'transferDomain' | 'deleteDomain'
> = {
  registerDomain: (order, { world, account }) => {
    const { domain, years, contacts, nameservers, tldAttributes, reading } = order;
    const tld = world.tldOf(domain);
    // What the registry of the ending cannot do is left open, and refused when it is asked for by itself.
    const lock = order.lock === true && tld?.supportsLock === false;
    const privacy = order.privacy === true && tld?.supportsPrivacy === false;
    const receipt = world.register({
      account,
      domain,
      years,
      contacts,
      nameservers,
      tldAttributes,
      locked: order.lock === true && !lock,
      privacy: order.privacy === true && !privacy,
      ...acceptedTotal(reading),
    });
    return { ...toReceipt(receipt), ...unset({ privacy, lock }) };
  },

  renewDomain: ({ domain, years, reading }, { world, account }) =>
    toReceipt(world.renew({ account, domain, years, ...acceptedTotal(reading) })),

  restoreDomain: ({ domain, reading }, { world, account }) =>
    toReceipt(world.restore({ account, domain, ...acceptedTotal(reading) })),

  transferDomain: (order, { world, account }) => {
    const { domain, authCode, contacts, reading } = order;
    const privacy = order.privacy === true && world.tldOf(domain)?.supportsPrivacy === false;
    const { transfer, entry } = world.transfers.start({
      account,
      domain,
      authCode: authCode.reveal(),
      ...(contacts === undefined ? {} : { contacts }),
      privacy: order.privacy === true && !privacy,
      ...acceptedTotal(reading),
    });
    return {
      status: 'pending',
      vendorRef: String(transfer.id),
      charged: entry.amount,
      ...unset({ privacy }),
    };
  },

  deleteDomain: (domain, { world, account }) => {
    world.deleteDomain(account, domain);
  },
};

/** Registrars want the price repeated where it is special, and charge the listed one without asking. */
function acceptedTotal({ price, premium, earlyAccess }: PriceReading) {
  return premium || earlyAccess ? { acceptedTotal: price } : {};
}

function toReceipt({ domain, entry }: WorldReceipt): Receipt {
  return {
    status: domain.status === 'pending' ? 'pending' : 'done',
    vendorRef: String(entry.id),
    expiresOn: domain.expiresOn,
    charged: entry.amount,
  };
}

function unset(
  open: Readonly<Partial<Record<'privacy' | 'lock', boolean>>>,
): Pick<Receipt, 'unset'> {
  const settings = (['privacy', 'lock'] as const).filter((setting) => open[setting] === true);
  return settings.length === 0 ? {} : { unset: settings };
}
