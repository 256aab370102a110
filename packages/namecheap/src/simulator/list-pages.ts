import type { CommandParameters } from './command-parameters.js';
import type { CommandError } from './command-answer.js';
import { node, textNode, type XmlNode } from './xml-writer.js';

/** Which page of a list is asked for. */
export interface ListPage {
  /** From 1. */
  readonly page: number;
  readonly size: number;
}

/** How many rows a page may have, and has where nothing is said. */
export interface PageSizes {
  readonly min: number;
  readonly max: number;
  readonly usual: number;
}

export const pageSizeError: CommandError = {
  number: '2013275',
  text: 'Parameter PageSize is OutOfRange',
};

/** The page that a request asks for; `undefined` for a size that is not permitted. */
export function pageIn(
  parameters: CommandParameters,
  { min, max, usual }: PageSizes,
): ListPage | undefined {
  const size = parameters.has('PageSize') ? Number(parameters.get('PageSize')) : usual;
  if (!Number.isInteger(size) || size < min || size > max) return undefined;
  return { page: Math.max(1, Math.trunc(Number(parameters.get('Page'))) || 1), size };
}

/** The rows of a page. */
export function rowsOn<Row>({ page, size }: ListPage, rows: readonly Row[]): readonly Row[] {
  return rows.slice((page - 1) * size, page * size);
}

/** A page beyond the last one is empty and still states the total. */
export function paging(total: number, { page, size }: ListPage): XmlNode {
  return node('Paging', {}, [
    textNode('TotalItems', String(total)),
    textNode('CurrentPage', String(page)),
    textNode('PageSize', String(size)),
  ]);
}

/** Beside an error. */
export const noPaging: XmlNode = paging(0, { page: 0, size: 0 });
