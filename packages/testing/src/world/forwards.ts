import type { EmailForward } from '@registrar-kit/core';
import type { Holdings } from './holdings.js';
import type { WorldDomain } from './world-domain.js';
import type { WorldForwards, WorldUrlForward } from './world-forwards.js';
import { refuse } from './world-refusal.js';

/** What is sent on for one domain, as snapshots hold it. */
export interface StoredForwards extends WorldForwards {
  readonly domainId: number;
}

/** Web and e-mail forwards: one address for the visitors of a domain, any number of mailboxes. */
export class Forwards {
  readonly #holdings: Holdings;
  readonly #forwards = new Map<number, StoredForwards>();

  constructor(holdings: Holdings) {
    this.#holdings = holdings;
  }

  /** Where visitors are sent on to; `undefined` where they are not. @throws WorldRefusal */
  url(account: string, domain: string): WorldUrlForward | undefined {
    return this.#of(this.#holdings.readBy(account, domain)).url;
  }

  /** @throws WorldRefusal also `invalid_forward` */
  setUrl(account: string, domain: string, url: WorldUrlForward): WorldUrlForward {
    const row = this.#holdings.changeable(account, domain);
    if (!isWebAddress(url.target))
      refuse({ kind: 'invalid_forward', domain: row.domain, because: 'the target is no address' });
    this.#forwards.set(row.id, { ...this.#of(row), url });
    return url;
  }

  /** @throws WorldRefusal also `url_forward_not_found` */
  deleteUrl(account: string, domain: string): void {
    const row = this.#holdings.changeable(account, domain);
    const { url, ...rest } = this.#of(row);
    if (url === undefined) refuse({ kind: 'url_forward_not_found', domain: row.domain });
    this.#forwards.set(row.id, rest);
  }

  /** @throws WorldRefusal */
  emails(account: string, domain: string): readonly EmailForward[] {
    return this.#of(this.#holdings.readBy(account, domain)).emails;
  }

  /** Replaces all of them; empty removes them. @throws WorldRefusal also `invalid_forward` */
  setEmails(
    account: string,
    domain: string,
    emails: readonly EmailForward[],
  ): readonly EmailForward[] {
    const row = this.#holdings.changeable(account, domain);
    const because = problemOf(emails);
    if (because !== undefined) refuse({ kind: 'invalid_forward', domain: row.domain, because });
    this.#forwards.set(row.id, { ...this.#of(row), emails });
    return emails;
  }

  /** For snapshots. */
  stored(): readonly StoredForwards[] {
    return [...this.#forwards.values()];
  }

  /** For snapshots: takes over what {@link Forwards.stored} gave. */
  restore(stored: readonly StoredForwards[]): void {
    this.#forwards.clear();
    for (const forwards of stored) this.#forwards.set(forwards.domainId, forwards);
  }

  #of(row: WorldDomain): StoredForwards {
    return this.#forwards.get(row.id) ?? { domainId: row.id, emails: [] };
  }
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

function problemOf(emails: readonly EmailForward[]): string | undefined {
  const seen = new Set<string>();
  for (const { mailbox, forwardTo } of emails) {
    if (!/^[^\s@]{1,64}$/.test(mailbox)) return 'a mailbox is not the part before the @';
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(forwardTo)) return 'a target is no e-mail address';
    const identity = `${mailbox.toLowerCase()} ${forwardTo.toLowerCase()}`;
    if (seen.has(identity)) return 'there are two equal forwards';
    seen.add(identity);
  }
  return undefined;
}
