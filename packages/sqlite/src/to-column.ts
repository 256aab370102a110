/** Text as JSON writes it, without the quotes: ordinary text stays as it is, and what UTF-8 cannot hold stays distinct. */
export function toColumn(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
