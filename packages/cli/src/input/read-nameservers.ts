/** Name servers of the command line: separated by commas, the option given once or more. The library checks each. */
export function readNameservers(texts: readonly string[]): readonly string[] {
  return texts
    .flatMap((text) => text.split(','))
    .map((text) => text.trim())
    .filter((text) => text !== '');
}
