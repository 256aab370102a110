/** A fact for a table; empty where the provider does not state it. */
export function yesNo(fact: boolean | undefined): string {
  return fact === undefined ? '' : fact ? 'yes' : 'no';
}
