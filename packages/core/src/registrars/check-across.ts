import type { AnyRegistrarError } from '../errors/any-registrar-error.js';
import type { CallOptions } from '../operations/call-options.js';
import type { Availability, UnknownReason } from '../operations/check-availability.js';
import type { Registrar } from '../registrar.js';
import type { DomainName } from '../values/domain-name.js';
import { attempt } from './attempt.js';

/** The answer for one name, and whose it is. */
export interface RoutedAvailability extends Availability {
  /** The account that answered, or whose reason is shown; absent when none was asked. */
  readonly registrar?: string;
  /** The other accounts that were asked and could not tell, in that order; absent when there are none. */
  readonly alsoAsked?: readonly SilentRegistrar[];
}

/** An account that could not tell, and why. */
export interface SilentRegistrar {
  readonly registrar: string;
  readonly reason: UnknownReason;
  readonly error?: AnyRegistrarError;
}

/** The answer for one domain, whose `input` is still to be told. */
export type DomainAnswer = Omit<RoutedAvailability, 'input'>;

/** What is known of a domain while it is asked for. */
interface Inquiry {
  readonly domain: DomainName;
  readonly sellers: readonly string[];
  readonly silent: SilentRegistrar[];
  told?: DomainAnswer;
}

/**
 * Asks for domains at the accounts that sell them, each at the first that can tell. The names that an account could not tell go
 * on at once, without waiting for the other accounts.
 *
 * @throws the first account's error when every account that was asked failed; the caller's abort
 */
export async function checkAcross(
  domains: readonly DomainName[],
  sellersOf: (domain: DomainName) => readonly string[],
  get: (name: string) => Registrar,
  options: CallOptions | undefined,
): Promise<ReadonlyMap<DomainName, DomainAnswer>> {
  const inquiries = domains.map((domain): Inquiry => ({
    domain,
    sellers: sellersOf(domain),
    silent: [],
  }));
  const round = new Round(get, options);
  await round.ask(inquiries);
  round.throwIfAllFailed();
  return new Map(inquiries.map((inquiry) => [inquiry.domain, answerTo(inquiry)]));
}

class Round {
  readonly #get: (name: string) => Registrar;
  readonly #options: CallOptions | undefined;
  readonly #asked = new Set<string>();
  readonly #failed = new Map<string, AnyRegistrarError>();
  #answered = false;

  constructor(get: (name: string) => Registrar, options: CallOptions | undefined) {
    this.#get = get;
    this.#options = options;
  }

  /** Asks each name's next account, until it is told or nobody is left. */
  async ask(inquiries: readonly Inquiry[]): Promise<void> {
    const next = new Map<string, Inquiry[]>();
    for (const inquiry of inquiries) {
      const seller = inquiry.told === undefined ? this.#nextSeller(inquiry) : undefined;
      if (seller === undefined) continue;
      const group = next.get(seller);
      if (group === undefined) next.set(seller, [inquiry]);
      else group.push(inquiry);
    }
    await Promise.all(
      [...next].map(async ([name, group]) => {
        await this.#askOne(name, group);
        await this.ask(group);
      }),
    );
  }

  throwIfAllFailed(): void {
    if (this.#answered) return;
    for (const name of this.#asked) {
      const error = this.#failed.get(name);
      if (error !== undefined) throw error;
    }
  }

  /** The next account to ask. One that has failed as a whole is not asked again, and says the same of each name. */
  #nextSeller({ sellers, silent }: Inquiry): string | undefined {
    for (const registrar of sellers.slice(silent.length)) {
      const error = this.#failed.get(registrar);
      if (error === undefined) return registrar;
      silent.push({ registrar, reason: 'request_failed', error });
    }
    return undefined;
  }

  async #askOne(registrar: string, group: readonly Inquiry[]): Promise<void> {
    this.#asked.add(registrar);
    const domains = group.map(({ domain }) => domain);
    const reply = await attempt(
      this.#get(registrar),
      'checkAvailability',
      this.#options,
      (account) => account.checkAvailability({ domains }, this.#options),
    );
    if (!reply.ok) {
      const { error } = reply;
      this.#failed.set(registrar, error);
      for (const { silent } of group) silent.push({ registrar, reason: 'request_failed', error });
      return;
    }
    this.#answered = true;
    const rows = new Map(reply.answer.map((row) => [row.domain, row]));
    for (const inquiry of group) {
      const row = rows.get(inquiry.domain);
      const silence = silenceOf(row);
      if (row === undefined || silence !== undefined)
        inquiry.silent.push({ registrar, ...(silence ?? { reason: 'missing_from_answer' }) });
      else inquiry.told = { ...row, registrar };
    }
  }
}

/** Why a row tells nothing; `undefined` where it tells something. */
function silenceOf(row: Availability | undefined): Omit<SilentRegistrar, 'registrar'> | undefined {
  if (row?.availability !== 'unknown' || row.reason === 'invalid_name') return undefined;
  const { reason = 'missing_from_answer', error } = row;
  return { reason, ...(error === undefined ? {} : { error }) };
}

/** What may be otherwise the next time comes first: a customer must not be told "not sold" when nobody could be asked. */
const mostTelling: readonly UnknownReason[] = [
  'request_failed',
  'missing_from_answer',
  'tld_not_sold',
];

function answerTo({ domain, told, silent }: Inquiry): DomainAnswer {
  if (told !== undefined) return { ...told, ...listed(silent) };
  const shown = mostTelling
    .map((reason) => silent.find((each) => each.reason === reason))
    .find((each) => each !== undefined);
  if (shown === undefined) return { domain, availability: 'unknown', reason: 'tld_not_sold' };
  const others = silent.filter((each) => each !== shown);
  return { domain, availability: 'unknown', ...shown, ...listed(others) };
}

function listed(silent: readonly SilentRegistrar[]): Pick<RoutedAvailability, 'alsoAsked'> {
  return silent.length === 0 ? {} : { alsoAsked: silent };
}
