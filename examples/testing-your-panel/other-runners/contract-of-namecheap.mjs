import { volatileJournal } from '@registrar-kit/core';
import { namecheap, namecheapCapabilities } from '@registrar-kit/namecheap';
import { createNamecheapSimulator } from '@registrar-kit/namecheap/simulator';
import {
  journalContract,
  registrarContract,
  simulatorHarness,
} from '@registrar-kit/testing/contract';

/** Of the shape that the vendor's keys have. */
const key = '0ca9a4c0ffee4f1d7b90ca9a40000001';
/** Nobody should have to wait for the quota. */
const quota = { windows: [{ limit: 100_000, windowMs: 8 }] };
const refusal =
  '<?xml version="1.0" encoding="utf-8"?>\n' +
  '<ApiResponse Status="ERROR" xmlns="http://api.namecheap.com/xml.response">' +
  '<Errors><Error Number="9876543">Something that nobody knows</Error></Errors><Warnings />' +
  '<RequestedCommand /><Server>TEST</Server><GMTTimeDifference>--5:00</GMTTimeDifference>' +
  '<ExecutionTime>0.01</ExecutionTime></ApiResponse>';

/**
 * What the author of an adapter or of a journal does, with the functions of any runner. Each scenario has a registrar of its own,
 * so that they can run at the same time.
 */
export function contracts(runner) {
  registrarContract(
    runner,
    'Namecheap',
    simulatorHarness({
      capabilities: namecheapCapabilities,
      account: {
        id: 'harbourbooks',
        keys: { test: key },
        parking: [{ type: 'CNAME', name: 'www', value: 'parkingpage.namecheap.com' }],
      },
      simulator: (world) => createNamecheapSimulator({ world, quota }),
      connect: (config, runtime) => namecheap.create(config, runtime),
      situations: {
        'registration-pending': {
          impossible:
            'Namecheap shows a registration that the registry has yet to carry out as "Ok"',
        },
      },
      unknownVendorCode: {
        code: '9876543',
        answer: {
          kind: 'reply',
          status: 200,
          headers: { 'content-type': 'text/xml; charset=utf-8' },
          body: refusal,
        },
      },
    }),
  );
  journalContract(runner, 'volatileJournal', {
    durable: false,
    shared: false,
    create: () => aStoreInMemory(),
  });
}

function aStoreInMemory() {
  let now = Date.now();
  return {
    open: (opening = {}) => {
      const { spendLimit } = opening;
      return volatileJournal({
        now: () => now,
        ...(spendLimit === undefined ? {} : { spendLimit }),
      });
    },
    close: () => Promise.resolve(),
    now: () => now,
    advance: (milliseconds) => {
      now += milliseconds;
      return Promise.resolve();
    },
    destroy: () => Promise.resolve(),
  };
}
