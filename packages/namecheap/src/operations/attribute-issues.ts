import type { InputIssue } from '@registrar-kit/core';
import { globalParameters } from '../namecheap-client.js';

/** A name that could be a parameter of an extra field. */
export const attributeName = /^\w{1,64}$/;

/**
 * What keeps extra fields of a registry out of a request: they must not reach into the credentials or into the command's own
 * parameters, whose names the vendor matches without regard to case.
 *
 * @param taken - the command's own parameters
 */
export function attributeIssues(
  tldAttributes: Readonly<Record<string, string>>,
  taken: readonly string[],
): readonly InputIssue[] {
  const closed = new Set([...globalParameters, ...taken].map((name) => name.toLowerCase()));
  return Object.keys(tldAttributes)
    .filter((key) => closed.has(key.toLowerCase()) || !attributeName.test(key))
    .map((key) => ({
      path: `tldAttributes.${key.replace(/\W/g, '').slice(0, 64)}`,
      problem: 'is not an extra field of a registry',
      cure: 'take the names from https://www.namecheap.com/support/api/extended-attributes/',
    }));
}
