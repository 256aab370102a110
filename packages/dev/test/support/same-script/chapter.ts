import type { DomainName, Registrar } from '@registrar-kit/core';
import { aContactSet, type RegistryWorld } from '@registrar-kit/testing';
import type { ShiftedClock } from './shifted-clock.js';
import type { Story } from './story.js';

/** What a chapter is played with. */
export interface Stage {
  readonly registrar: Registrar;
  /** For what nobody can do through a registrar, and for what was really bought. */
  readonly world: RegistryWorld;
  readonly clock: ShiftedClock;
  /** The account in the world. */
  readonly account: string;
  readonly story: Story;
}

/** A part of the script. It knows no provider. */
export type Chapter = (stage: Stage) => Promise<void>;

/** Registers a name for a chapter to work on. */
export async function buy(
  { registrar }: Stage,
  domain: string,
  wishes: { readonly privacy?: boolean } = {},
): Promise<DomainName> {
  const contacts = aContactSet();
  const order = { domain, years: 1, contacts, price: 'listed', ...wishes } as const;
  const bought = await registrar.registerDomain(order);
  return bought.domain;
}
