import type { ContactSet, Money, OperationName, PricedOperation } from '@registrar-kit/core';

/** Wants a name or a domain of its own; each label is asked for once in a subject, and is at most 20 characters long. */
export interface LabelWish {
  /** Lower case letters, digits and hyphens. Use it as the first label where that is possible: `${label}.com`. */
  readonly label: string;
}

/** Which requests a failure is to strike. */
export interface FailureWish {
  /**
   * The operation that the request serves: the failure strikes the next request of the vendor's that this operation needs, and no
   * request before it. `registerDomain` means the order itself, not the price that is read first.
   */
  readonly operation: OperationName;
  /** Only requests about this domain. Absent: any. */
  readonly domain?: string;
  /** How many requests in a row it strikes. @defaultValue 1 */
  readonly times?: number;
}

/** The name or domain that a situation is about. */
export interface DomainFacts {
  readonly domain: string;
}

/** A step that the registrar, or the registry behind it, takes when the suite says so. */
type Step = () => void | Promise<void>;

/** What the suite wishes, and what the harness answers. */
interface Situated<Wish, Facts> {
  readonly wish: Wish;
  readonly facts: Facts;
}

/** Each situation that scenarios ask for: what the suite wishes, and what the harness answers. */
export interface SituationMap {
  // Names

  /** A name that anybody can register for one year, at the listed price, without extra fields. */
  'name-free': Situated<LabelWish, DomainFacts>;
  /** A name that somebody else has registered, elsewhere. */
  'name-taken': Situated<undefined, DomainFacts>;
  /** A free name with a price of its own, higher than the listed one. */
  'name-premium': Situated<undefined, DomainFacts>;
  /** A free name that costs an early-access fee on top. */
  'name-early-access': Situated<undefined, DomainFacts>;
  /** A free name, as `name-free`, under an ending whose registry permits no privacy. */
  'name-without-privacy': Situated<LabelWish, DomainFacts>;
  /** A well-formed name under a real ending that this registrar does not sell, such as one under `.jp`. */
  'name-not-sold': Situated<undefined, DomainFacts>;

  // Domains

  /**
   * An active domain of the account that expires in more than 60 days and at most five years. Whatever is conditional in the capability table must be
   * possible for it: it is on the registrar's own name servers, unlocked, and has privacy where that can be switched.
   */
  'domain-ours': Situated<LabelWish, DomainFacts>;
  /** A well-formed name, sold here, that no account of this registrar holds. */
  'domain-absent': Situated<undefined, DomainFacts>;
  /** A domain at this registrar, in an account that ours may not act for. */
  'domain-of-another-account': Situated<undefined, DomainFacts>;
  /** A domain of the account that has expired and can be brought back by `restoreDomain` only. */
  'domain-in-redemption': Situated<LabelWish, DomainFacts>;
  /** A domain of the account whose zone is served by others. */
  'domain-on-other-dns': Situated<LabelWish, DomainFacts>;
  /** A domain of the account whose registrant has not confirmed the e-mail address yet. */
  'registrant-unverified': Situated<LabelWish, DomainFacts>;
  /** So many domains in the account that `listDomains` needs two pages or more. All domains of the account, in any order. */
  'two-pages': Situated<undefined, { readonly domains: readonly string[] }>;

  // Orders

  /** A name whose registration is paid and accepted, is shown as pending, and becomes active only with `complete`. */
  'registration-pending': Situated<
    LabelWish,
    DomainFacts & {
      readonly contacts?: ContactSet;
      readonly tldAttributes?: Readonly<Record<string, string>>;
      readonly complete: Step;
    }
  >;
  /** The account holds so much of one currency that a float would not keep it: 17 digits. Answers how much. */
  'balance-beyond-floats': Situated<undefined, { readonly balance: Money }>;
  /** The account cannot pay for a single order from now on. */
  'balance-too-low': Situated<undefined, void>;
  /** The standard price of this order is another one from now on, and higher. Answers the new one where it is known. */
  'price-changed': Situated<
    { readonly operation: PricedOperation; readonly domain: string },
    { readonly price?: Money }
  >;
  /**
   * The next such order costs more than the registrar stated just before: it charges that without asking, or refuses the order
   * where it wants the price repeated.
   */
  'charged-more': Situated<{ readonly operation: PricedOperation; readonly domain: string }, void>;
  /** Somebody else registers the name after it was seen to be free, and before the order for it arrives. */
  'sold-meanwhile': Situated<DomainFacts, void>;

  // Transfers

  /** A domain at another registrar that can be brought here with `authCode`. After the order `complete` or `fail` end it. */
  'domain-elsewhere': Situated<
    LabelWish,
    DomainFacts & {
      readonly authCode: string;
      readonly complete: Step;
      /** Ends the transfer without the domain, and without giving the money back. */
      readonly fail: Step;
    }
  >;
  /** A domain of the account that another registrar has asked for; it waits to be approved or rejected. */
  'domain-leaving': Situated<LabelWish, DomainFacts>;

  // Failures of single requests. "Executed" says whether the vendor does what the request asked for.

  /** The connection breaks after the request was sent. Not executed. */
  'answer-lost-before-commit': Situated<FailureWish, void>;
  /** The connection breaks after the request was sent. Executed. */
  'answer-lost-after-commit': Situated<FailureWish, void>;
  /** The connection breaks; executed only after the domain has been read once more, so that the read proves nothing. */
  'commit-after-reconcile-read': Situated<FailureWish & DomainFacts, void>;
  /** The answer comes `delayMs` late. Executed. */
  'slow-answer': Situated<FailureWish & { readonly delayMs: number }, void>;
  /** The vendor's answer for too many calls. Not executed. */
  'rate-limited': Situated<FailureWish, void>;
  /** The vendor's answer to an address that is not on its allow-list. Not executed. */
  'ip-not-allowed': Situated<FailureWish, void>;
  /** The vendor's answer to a wrong key. Not executed. */
  'key-rejected': Situated<FailureWish, void>;
  /** The vendor's answer to an account that it has locked. Not executed. */
  'account-locked': Situated<FailureWish, void>;
  /** The vendor's answer for a breakdown of its own. Not executed. */
  'server-error': Situated<FailureWish, void>;
  /** A web page with the status of success. Not executed. */
  'html-page': Situated<FailureWish, void>;
  /** A redirect to the vendor's login page. Not executed. */
  'login-redirect': Situated<FailureWish, void>;
  /** A redirect to some other page. Not executed. */
  'other-redirect': Situated<FailureWish, void>;
  /** The status of success without a body. Executed. */
  'empty-answer': Situated<FailureWish, void>;
  /** The body ends early although more was announced. Executed. */
  'truncated-answer': Situated<FailureWish, void>;
  /** A refusal with a code that neither the vendor's documents nor the adapter know. Not executed. Answers the code as text. */
  'unknown-vendor-code': Situated<FailureWish, { readonly code: string }>;
  /** A list or a batch leaves out the row of `domain`. */
  'missing-row': Situated<FailureWish & DomainFacts, void>;
  /** No connection to the vendor comes about from now on; nothing is ever sent. */
  unreachable: Situated<undefined, void>;
}

/** A situation that scenarios ask for. A closed union: a new one does not compile until each harness answers it. */
export type Situation = keyof SituationMap;

/** Situations without which a registrar is none, so that no harness can call them impossible. */
export type EssentialSituation = 'name-free' | 'name-taken' | 'domain-ours' | 'domain-absent';

/** A harness cannot bring a situation about. The suite says so in a test of its own. */
export interface ImpossibleSituation {
  /** Why: a clause for whoever reads the list of tests, such as `the vendor sells no names early`. */
  readonly impossible: string;
}

/** Brings a situation about and tells what the scenario must know of it. */
export type BringAbout<Subject, Name extends Situation> = (
  subject: Subject,
  wish: SituationMap[Name]['wish'],
) => SituationMap[Name]['facts'] | Promise<SituationMap[Name]['facts']>;

/** How a harness brings each situation about, or why it cannot. */
export type Situations<Subject> = {
  readonly [Name in Situation]: Name extends EssentialSituation
    ? BringAbout<Subject, Name>
    : BringAbout<Subject, Name> | ImpossibleSituation;
};
