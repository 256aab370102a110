import { domainToASCII } from 'node:url';

const foreignDots = /[\u3002\uff0e\uff61]/gu;
// Keeps a label that looks like a number from being read as an IPv4 address.
const tail = '.example';

/** The labels of a name in their A-label form, lower case; `undefined` where one of them has none. Checks nothing else. */
export function toAsciiLabels(name: string): readonly string[] | undefined {
  // Far beyond any name; converting costs time.
  if (name.length > 1000) return undefined;
  const labels = name.replace(foreignDots, '.').split('.').map(toAsciiLabel);
  return labels.includes(undefined) ? undefined : (labels as string[]);
}

/** Whether a name ends in a dot, which says that it is a full one. */
export function endsInDot(name: string): boolean {
  return /[.\u3002\uff0e\uff61]$/u.test(name);
}

function toAsciiLabel(label: string): string | undefined {
  if (/^[\x20-\x7e]*$/.test(label)) return label.toLowerCase();
  const ascii = domainToASCII(`${label}${tail}`).toLowerCase();
  const converted = ascii.slice(0, -tail.length);
  return !ascii.endsWith(tail) || converted === '' || converted.includes('.')
    ? undefined
    : converted;
}
