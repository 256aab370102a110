import type { AccountBook } from './account-book.js';
import type { Holdings } from './holdings.js';
import { readRecordName, readRecords } from './record-checks.js';
import type { WorldDomain } from './world-domain.js';
import { refuse } from './world-refusal.js';
import type {
  NewWorldRecord,
  WorldRecord,
  WorldZone,
  ZoneEdit,
  ZoneSettings,
  ZoneWriting,
} from './world-zone.js';

/** What is stored of one zone, as snapshots hold it. */
export interface StoredZone {
  readonly domainId: number;
  /** Absent as long as nobody has written the zone. */
  readonly records?: readonly WorldRecord[];
  readonly settings: ZoneSettings;
  readonly staged: readonly ZoneEdit[];
}

const firstRecordId = 700_001;

/** The zones that the provider's name servers hold. A domain without a zone of its own has the parking records of its account. */
export class Zones {
  readonly #holdings: Holdings;
  readonly #accounts: AccountBook;
  readonly #zones = new Map<number, StoredZone>();
  #nextRecordId = firstRecordId;

  constructor(holdings: Holdings, accounts: AccountBook) {
    this.#holdings = holdings;
    this.#accounts = accounts;
  }

  /** The zone of a domain, whether the provider's servers answer for it or not. @throws WorldRefusal */
  of(account: string, domain: string): WorldZone {
    return this.#zoneOf(this.#holdings.readBy(account, domain));
  }

  /** The records as they will be once the staged changes are applied. @throws WorldRefusal also `record_set_not_found` */
  preview(account: string, domain: string): readonly WorldRecord[] {
    const row = this.#holdings.readBy(account, domain);
    const { records, staged } = this.#zoneOf(row);
    return this.#after(row, records, staged);
  }

  /**
   * Replaces the whole zone; staged changes stay. Settings that are left out stay as they are.
   *
   * @throws WorldRefusal also `invalid_record`, `not_on_provider_dns`
   */
  set(
    account: string,
    domain: string,
    records: readonly NewWorldRecord[],
    { settings, ...writing }: ZoneWriting & { readonly settings?: ZoneSettings } = {},
  ): WorldZone {
    const row = this.#writable(account, domain, writing);
    const read = readRecords(row.domain, records);
    const change = settings === undefined ? {} : { settings };
    return this.#store(row, { records: this.#numbered(read), ...change });
  }

  /**
   * Changes one record set at once.
   *
   * @throws WorldRefusal also `invalid_record`, `record_set_not_found`, `not_on_provider_dns`
   */
  edit(account: string, domain: string, edit: ZoneEdit, writing: ZoneWriting = {}): WorldZone {
    const row = this.#writable(account, domain, writing);
    const records = this.#after(row, this.#zoneOf(row).records, [edit]);
    return this.#store(row, { records: this.#kept(records) });
  }

  /**
   * Puts a change in line for `applyStaged`; checked against the zone and what stands in line before it.
   *
   * @throws WorldRefusal also `invalid_record`, `record_set_not_found`, `not_on_provider_dns`
   */
  stage(account: string, domain: string, edit: ZoneEdit, writing: ZoneWriting = {}): WorldZone {
    const row = this.#writable(account, domain, writing);
    const { records, staged } = this.#zoneOf(row);
    const all = [...staged, edit];
    this.#after(row, records, all);
    return this.#store(row, { staged: all });
  }

  /**
   * Writes everything in line, also what somebody has left there; all of it or nothing.
   *
   * @throws WorldRefusal also `record_set_not_found` where the zone has changed since, `not_on_provider_dns`
   */
  applyStaged(account: string, domain: string, writing: ZoneWriting = {}): WorldZone {
    const row = this.#writable(account, domain, writing);
    const { records, staged } = this.#zoneOf(row);
    if (staged.length === 0) return this.#zoneOf(row);
    const after = this.#after(row, records, staged);
    return this.#store(row, { records: this.#kept(after), staged: [] });
  }

  /** Takes everything out of the line. @throws WorldRefusal */
  discardStaged(account: string, domain: string): WorldZone {
    return this.#store(this.#holdings.changeable(account, domain), { staged: [] });
  }

  /** For snapshots. */
  stored(): { readonly zones: readonly StoredZone[]; readonly nextRecordId: number } {
    return { zones: [...this.#zones.values()], nextRecordId: this.#nextRecordId };
  }

  /** For snapshots: takes over what {@link Zones.stored} gave. */
  restore(zones: readonly StoredZone[], nextRecordId: number): void {
    this.#zones.clear();
    for (const zone of zones) this.#zones.set(zone.domainId, zone);
    this.#nextRecordId = Math.max(firstRecordId, nextRecordId);
  }

  #zoneOf(row: WorldDomain): WorldZone {
    const stored = this.#zones.get(row.id);
    return {
      domain: row.domain,
      usesProviderDns: row.nameservers.length === 0,
      records: stored?.records ?? this.#parkingOf(row),
      settings: stored?.settings ?? {},
      staged: stored?.staged ?? [],
    };
  }

  #parkingOf({ account, domain }: WorldDomain): readonly WorldRecord[] {
    const parking = this.#accounts.find(account)?.parking ?? [];
    return parking.map((record, index) => ({
      ...record,
      value: record.value.replaceAll('{domain}', domain),
      id: index + 1,
    }));
  }

  #writable(account: string, domain: string, { evenUnserved = false }: ZoneWriting): WorldDomain {
    const row = this.#holdings.changeable(account, domain);
    if (row.nameservers.length > 0 && !evenUnserved)
      refuse({ kind: 'not_on_provider_dns', domain: row.domain });
    return row;
  }

  /** The records after some changes; new ones have no id yet. */
  #after(
    row: WorldDomain,
    before: readonly WorldRecord[],
    edits: readonly ZoneEdit[],
  ): readonly WorldRecord[] {
    return edits.reduce((records, edit) => afterEdit(row.domain, records, edit), before);
  }

  #numbered(records: readonly NewWorldRecord[]): readonly WorldRecord[] {
    return records.map((record) => ({ ...record, id: this.#nextRecordId++ }));
  }

  /** Keeps the ids of records that were there and numbers the new ones. */
  #kept(records: readonly WorldRecord[]): readonly WorldRecord[] {
    return records.map((record) =>
      record.id === unnumbered ? { ...record, id: this.#nextRecordId++ } : record,
    );
  }

  #store(row: WorldDomain, change: Partial<Omit<StoredZone, 'domainId'>>): WorldZone {
    const before = this.#zones.get(row.id) ?? { domainId: row.id, settings: {}, staged: [] };
    this.#zones.set(row.id, { ...before, ...change });
    return this.#zoneOf(row);
  }
}

const unnumbered = 0;

function afterEdit(
  domain: string,
  records: readonly WorldRecord[],
  edit: ZoneEdit,
): readonly WorldRecord[] {
  const name = readRecordName(domain, edit.name);
  const { kind, type } = edit;
  const others = records.filter((record) => record.name !== name || record.type !== type);
  if (kind !== 'put' && others.length === records.length)
    return refuse({ kind: 'record_set_not_found', domain, name, type });
  if (kind === 'delete') return others;
  if (edit.records.length === 0)
    return refuse({ kind: 'invalid_record', domain, because: `the ${type} set is empty` });
  const set = readRecords(
    domain,
    edit.records.map((data) => ({ ...data, name, type })),
  );
  return [...others, ...set.map((record) => ({ ...record, id: unnumbered }))];
}
