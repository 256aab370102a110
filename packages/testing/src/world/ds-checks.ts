import type { DnssecState } from '@registrar-kit/core';
import { refuse } from './world-refusal.js';

/** @throws WorldRefusal `invalid_record` */
export function checkDsRecord(domain: string, record: DnssecState['records'][number]): void {
  const { keyTag, algorithm, digestType, digest } = record;
  const invalid = (because: string): never => refuse({ kind: 'invalid_record', domain, because });
  if (!isWholeUpTo(65_535, keyTag)) invalid('the key tag of a DS record is a number up to 65535');
  if (!isWholeUpTo(255, algorithm)) invalid('the algorithm of a DS record is a number up to 255');
  if (!isWholeUpTo(255, digestType))
    invalid('the digest type of a DS record is a number up to 255');
  if (!/^(?:[0-9a-f]{2})+$/i.test(digest)) invalid('the digest of a DS record is hexadecimal');
}

function isWholeUpTo(max: number, value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0 && value <= max;
}
