import { formatMoney, type Registrar } from '@registrar-kit/core';

/** A line of the search page. */
export interface SearchRow {
  readonly name: string;
  readonly buyable: boolean;
  readonly text: string;
}

export async function searchNames(
  registrar: Registrar,
  names: readonly string[],
): Promise<readonly SearchRow[]> {
  const rows = await registrar.checkAvailability({ domains: names });
  return rows.map(({ input, availability, premium }) => {
    if (availability === 'taken') return { name: input, buyable: false, text: 'taken' };
    // Never sell what could not be checked.
    if (availability === 'unknown')
      return { name: input, buyable: false, text: 'could not be checked' };
    const special = premium?.registration;
    const text = special === undefined ? 'free' : `free, a premium name: ${formatMoney(special)}`;
    return { name: input, buyable: true, text };
  });
}
