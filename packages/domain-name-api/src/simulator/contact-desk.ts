import type { ContactRole } from '@registrar-kit/core';
import type { ContactBesides, ReadContact } from './vendor-contacts.js';

const nothing: ContactBesides = { faxCountryCode: '', fax: '', isHidden: false };

/**
 * What the gateway keeps of contacts and the world does not: fax numbers, whether they are hidden, and contacts that were made
 * on their own. It lasts as long as the simulator and is in no snapshot.
 */
export class ContactDesk {
  readonly #besides = new Map<string, ContactBesides>();
  readonly #loose = new Map<string, { readonly account: string; readonly contact: ReadContact }>();

  besidesOf(domainId: number, role: ContactRole): ContactBesides {
    return this.#besides.get(keyOf(domainId, role)) ?? nothing;
  }

  keep(domainId: number, contacts: Partial<Record<ContactRole, ReadContact>>): void {
    for (const [role, { besides }] of Object.entries(contacts))
      this.#besides.set(keyOf(domainId, role as ContactRole), besides);
  }

  /** Keeps a contact of its own, and answers its handle. */
  add(account: string, contact: ReadContact): string {
    const handle = `D-${String(this.#loose.size + 1)}`;
    this.#loose.set(handle, { account, contact });
    return handle;
  }

  /** A contact of its own; `undefined` where the account has none of the handle. */
  find(account: string, handle: string): ReadContact | undefined {
    const found = this.#loose.get(handle);
    return found?.account === account ? found.contact : undefined;
  }

  replace(account: string, handle: string, contact: ReadContact): void {
    this.#loose.set(handle, { account, contact });
  }
}

function keyOf(domainId: number, role: ContactRole): string {
  return `${String(domainId)} ${role}`;
}
