/** The known word that a mistyped one most likely means, if one is near enough. */
export function closestWord(typed: string, known: readonly string[]): string | undefined {
  const ranked = known
    .map((word) => ({ word, distance: editDistance(typed.toLowerCase(), word) }))
    .sort((left, right) => left.distance - right.distance);
  const [best] = ranked;
  if (best === undefined) return undefined;
  const isStart = typed.length >= 2 && best.word.startsWith(typed.toLowerCase());
  return isStart || best.distance <= Math.max(1, Math.floor(best.word.length / 3))
    ? best.word
    : ranked.find(({ word }) => typed.length >= 2 && word.startsWith(typed.toLowerCase()))?.word;
}

/** Letters to insert, remove, replace or swap with their neighbour. */
function editDistance(from: string, to: string): number {
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number): number => rows[row]?.[column] ?? Infinity;
  for (let row = 1; row <= from.length; row += 1) {
    rows[row] = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      rows[row]?.push(
        Math.min(
          at(row - 1, column) + 1,
          at(row, column - 1) + 1,
          at(row - 1, column - 1) + (same ? 0 : 1),
          swapped ? at(row - 2, column - 2) + 1 : Infinity,
        ),
      );
    }
  }
  return at(from.length, to.length);
}
