/** The text without the blanks before every line that it has where it was copied from a page or a list. */
export function dedent(text: string): string {
  const [first = ''] = /^[ \t]+/.exec(text.replace(/^\s*\n/, '')) ?? [];
  if (first === '') return text;
  const lines = text.split('\n');
  const shared = lines.every((line) => line.trim() === '' || line.startsWith(first));
  return shared ? lines.map((line) => line.slice(first.length)).join('\n') : text;
}
