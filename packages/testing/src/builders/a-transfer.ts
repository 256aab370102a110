import { parseCalendarDate, parseDomainName, type Transfer } from '@registrar-kit/core';
import type { Departure } from './unbranded.js';

/** An incoming transfer as `getTransfer` gives it. @defaultValue of `example.com`, pending */
export function aTransfer(departure: Departure<Transfer> = {}): Transfer {
  const { domain = 'example.com', startedOn = '2026-03-01', changedOn = startedOn } = departure;
  return {
    transferId: '300001',
    status: 'pending',
    ...departure,
    domain: parseDomainName(domain),
    startedOn: parseCalendarDate(startedOn),
    changedOn: parseCalendarDate(changedOn),
  };
}
