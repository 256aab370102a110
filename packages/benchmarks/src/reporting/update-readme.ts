import { readFileSync, writeFileSync } from 'node:fs';

const readme = new URL('../../README.md', import.meta.url);
const section = /(<!-- results -->\n)[^]*(<!-- end of the results -->)/;

/** Puts the report in the place that the README keeps for it. */
export function updateReadme(markdown: string): void {
  const text = readFileSync(readme, 'utf8');
  if (!section.test(text)) throw new Error('the README has no place for the results');
  writeFileSync(
    readme,
    text.replace(section, (_, begin: string, end: string) => `${begin}\n${markdown}\n\n${end}`),
  );
}
