import { beforeAll, describe, test } from '@jest/globals';
import { namecheap, namecheapCapabilities } from '@registrar-kit/namecheap';
import { createNamecheapSimulator } from '@registrar-kit/namecheap/simulator';
import { registrarContract, simulatorHarness } from '@registrar-kit/testing/contract';
import nock from 'nock';

// Subjects listen on real sockets.
beforeAll(() => nock.restore());

/** Of the shape that the vendor's keys have. */
const key = '0ca9a4c0ffee4f1d7b90ca9a40000001';
/** Nobody should have to wait for the quota, nor for the pause after a refusal. */
const quota = { windows: [{ limit: 100_000, windowMs: 8 }] };

/** What the vendor puts into a fresh zone. */
const parking = [{ type: 'CNAME', name: 'www', value: 'parkingpage.namecheap.com' }] as const;

registrarContract(
  { describe, test },
  'Namecheap',
  simulatorHarness({
    capabilities: namecheapCapabilities,
    // A zone without any record cannot be told from one that was not read, so the vendor's own stand in fresh ones.
    account: { id: 'harbourbooks', keys: { test: key }, parking },
    simulator: (world) => createNamecheapSimulator({ world, quota }),
    connect: (config, runtime) => namecheap.create(config, runtime),
    situations: {
      'registration-pending': {
        impossible: 'Namecheap shows a registration that the registry has yet to carry out as "Ok"',
      },
    },
    unknownVendorCode: {
      code: '9876543',
      answer: {
        kind: 'reply',
        status: 200,
        headers: { 'content-type': 'text/xml; charset=utf-8' },
        body:
          '<?xml version="1.0" encoding="utf-8"?>\n' +
          '<ApiResponse Status="ERROR" xmlns="http://api.namecheap.com/xml.response">' +
          '<Errors><Error Number="9876543">Something that nobody knows</Error></Errors><Warnings />' +
          '<RequestedCommand /><Server>TEST</Server><GMTTimeDifference>--5:00</GMTTimeDifference>' +
          '<ExecutionTime>0.01</ExecutionTime></ApiResponse>',
      },
    },
  }),
);
