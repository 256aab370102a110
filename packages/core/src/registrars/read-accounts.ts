import { chooseProvider } from '../config/choose-provider.js';
import type { RegistrarProvider } from '../config/registrar-provider.js';
import { selectProviderConfig } from '../config/select-provider-config.js';
import type { InputIssue } from '../errors/input-issue.js';
import { faultsOf, type AccountFault, type FieldPlace } from './account-faults.js';
import { isFields, nameOf, type Fields } from './fields.js';

/** One account of a configuration. */
export interface AccountConfig {
  readonly name: string;
  readonly provider: RegistrarProvider;
  /** What `createRegistrar` would take for this account alone. */
  readonly config: Fields;
  /** Where the caller wrote a field of it. */
  readonly placeOf: (path: string) => FieldPlace;
}

/** The accounts of a configuration, and everything that is wrong with them. */
export interface AccountsReading {
  /** The sound ones. */
  readonly accounts: readonly AccountConfig[];
  /** Every account that is named. */
  readonly names: readonly string[];
  /** What each of them that is an object says, with what is common to it, whatever is wrong with it. */
  readonly given: ReadonlyMap<string, Fields>;
  /** Those of them whose providers looked at their configuration. */
  readonly checked: readonly string[];
  readonly faults: readonly AccountFault[];
  /** Of what belongs to no account. */
  readonly issues: readonly InputIssue[];
}

// A letter first: JavaScript would move keys that are numbers before the others, and the order counts.
const namePattern = /^[a-z][a-z0-9_-]{0,39}$/i;

/** What is common to no account. */
const ownFields: readonly string[] = ['registrars', 'routes'];

/** Reads the accounts of a configuration. One that is made for `createRegistrar` is one account, named after its provider. */
export function readAccounts(
  config: Fields,
  providers: readonly RegistrarProvider[],
): AccountsReading {
  const { registrars } = config;
  const common = Object.fromEntries(
    Object.entries(config).filter(([field]) => !ownFields.includes(field)),
  );
  const reader = new AccountsReader(common, providers);
  if (registrars === undefined && Object.hasOwn(common, 'provider')) return reader.readSingle();
  if (isFields(registrars) && Object.keys(registrars).length > 0) return reader.read(registrars);
  const problem =
    registrars === undefined
      ? 'is missing'
      : isFields(registrars)
        ? 'names no account'
        : 'is not an object';
  const cure = 'give each account a name: { "main": { "provider": …, … }, … }';
  return reader.reading([], [{ path: 'registrars', problem, cure }]);
}

class AccountsReader {
  readonly #accounts: AccountConfig[] = [];
  readonly #given = new Map<string, Fields>();
  readonly #checked: string[] = [];
  readonly #faults: AccountFault[] = [];
  readonly #common: Fields;
  readonly #providers: readonly RegistrarProvider[];

  constructor(common: Fields, providers: readonly RegistrarProvider[]) {
    this.#common = common;
    this.#providers = providers;
  }

  readSingle(): AccountsReading {
    const { provider } = this.#common;
    const name = typeof provider === 'string' ? provider : 'registrar';
    this.#check(name, {
      own: {},
      configFor: (id) => selectProviderConfig(this.#common, id, this.#providers),
      placeOf: (path) => ({ path, shared: false }),
    });
    return this.reading([name], []);
  }

  read(registrars: Fields): AccountsReading {
    for (const [name, own] of Object.entries(registrars)) {
      const path = `registrars.${nameOf(name)}`;
      if (!namePattern.test(name)) {
        const cure = 'use up to 40 letters, digits, "-" and "_", a letter first';
        this.#fault(name, { path, problem: 'is no name for a registrar', cure });
      }
      if (isFields(own)) this.#readNamed(name, own, path);
      else {
        const cure = 'give { "provider": …, … }';
        this.#fault(name, { path, problem: 'is not an object', cure });
      }
    }
    return this.reading(Object.keys(registrars), this.#sectionFaults());
  }

  reading(names: readonly string[], issues: readonly InputIssue[]): AccountsReading {
    return {
      accounts: this.#accounts,
      names,
      given: this.#given,
      checked: this.#checked,
      faults: this.#faults,
      issues,
    };
  }

  #readNamed(name: string, own: Fields, path: string): void {
    const common = this.#common;
    this.#check(name, {
      own,
      configFor: (id) => ({ ...selectProviderConfig(common, id, this.#providers), ...own }),
      placeOf: (field, id) => {
        const [first = ''] = field.split(/[.[]/);
        const section = id === undefined ? undefined : common[id];
        if (Object.hasOwn(own, first)) return { path: `${path}.${field}`, shared: false };
        if (isFields(section) && Object.hasOwn(section, first))
          return { path: `${String(id)}.${field}`, shared: false };
        if (Object.hasOwn(common, first)) return { path: field, shared: true };
        // Some faults are about all of it, and what is missing is missed where it would stand best.
        const all = /^config(?:uration)?$/.test(field);
        return { path: all ? path : `${path}.${field}`, shared: false };
      },
    });
  }

  #check(
    name: string,
    entry: {
      readonly own: Fields;
      readonly configFor: (providerId: string) => Fields;
      readonly placeOf: (path: string, providerId: string | undefined) => FieldPlace;
    },
  ): void {
    let id: string | undefined;
    const placeOf = (path: string): FieldPlace => entry.placeOf(path, id);
    try {
      const fields = { ...this.#common, ...entry.own };
      const config = entry.configFor(String(fields['provider']));
      this.#given.set(name, config);
      const provider = chooseProvider(fields, this.#providers);
      id = provider.id;
      this.#checked.push(name);
      provider.parseConfig(config);
      this.#accounts.push({ name, provider, config, placeOf });
    } catch (thrown) {
      this.#faults.push(...faultsOf(thrown, name, placeOf));
    }
  }

  #fault(name: string, issue: InputIssue): void {
    this.#faults.push({ name, issue, shared: false });
  }

  #sectionFaults(): readonly InputIssue[] {
    return this.#providers
      .filter(({ id }) => Object.hasOwn(this.#common, id) && !isFields(this.#common[id]))
      .map(({ id }) => ({
        path: id,
        problem: 'is not an object',
        cure: `give what all accounts at ${id} have in common, or leave it out`,
      }));
  }
}
