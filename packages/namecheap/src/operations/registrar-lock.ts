import type { CallContext, DomainName, LockState } from '@registrar-kit/core';
import { readBack, xmlBoolean } from '@registrar-kit/provider-kit';
import * as z from 'zod';
import type { NamecheapClient } from '../namecheap-client.js';
import { assertDone } from './assert-done.js';

const replySchema = z.object({ RegistrarLockStatus: xmlBoolean });

/** https://www.namecheap.com/support/api/methods/domains/get-registrar-lock/ */
export function getLock(
  client: NamecheapClient,
  domain: DomainName,
  call: CallContext,
): Promise<LockState> {
  return client.send(
    'namecheap.domains.getRegistrarLock',
    { DomainName: domain },
    (reply) => {
      const result = reply.result('DomainGetRegistrarLockResult');
      return { domain, locked: reply.required(result, replySchema).RegistrarLockStatus };
    },
    call,
  );
}

/** Sets the wanted state, whatever stands, then reads it back. https://www.namecheap.com/support/api/methods/domains/set-registrar-lock/ */
export async function setLock(
  client: NamecheapClient,
  { domain, locked }: { readonly domain: DomainName; readonly locked: boolean },
  call: CallContext,
): Promise<LockState> {
  await client.send(
    'namecheap.domains.setRegistrarLock',
    { DomainName: domain, LockAction: locked ? 'LOCK' : 'UNLOCK' },
    (reply) => {
      assertDone(reply, {
        result: 'DomainSetRegistrarLockResult',
        otherwise: 'the registrar lock is not changed',
      });
    },
    call,
  );
  return readBack(call, 'applied', (read) => getLock(client, domain, read));
}
