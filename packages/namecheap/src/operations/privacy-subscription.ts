import { readDomainName, type CallContext, type DomainName } from '@registrar-kit/core';
import type { XmlElement } from '@registrar-kit/provider-kit';
import * as z from 'zod';
import type { NamecheapClient } from '../namecheap-client.js';
import type { NamecheapReply } from '../reply/namecheap-reply.js';
import { withoutUndefined } from '../mapping/without-undefined.js';
import { orderNumber } from './order-number.js';
import { pageSize, readPaging } from './read-paging.js';
import { readPrivacy } from './read-privacy.js';

/** The privacy of a domain; what Namecheap does not state is absent. */
export interface PrivacySubscription {
  /** Its number, by which it is switched; absent where none is linked to the domain. */
  readonly id?: string;
  readonly privacy?: boolean;
  /** Where mail to the hidden address goes. */
  readonly forwardedTo?: string;
}

/**
 * The subscription of a domain, as domains.getInfo shows it. Where that names no number, although it does not say that there
 * is none, the list of subscriptions is looked through.
 *
 * https://www.namecheap.com/support/api/methods/whoisguard/get-list/
 */
export async function readSubscription(
  client: NamecheapClient,
  domain: DomainName,
  call: CallContext,
): Promise<PrivacySubscription> {
  const { linked, ...shown } = await client.send(
    'namecheap.domains.getInfo',
    { DomainName: domain },
    (reply) => readShown(reply, domain),
    call,
  );
  if (shown.id !== undefined || !linked) return shown;
  return { ...shown, ...(await findInList(client, domain, call)) };
}

const shownSchema = z.object({ ID: orderNumber });
const mailSchema = z.object({ ForwardedTo: z.string() });

function readShown(
  reply: NamecheapReply,
  domain: DomainName,
): PrivacySubscription & { readonly linked: boolean } {
  const element = reply.resultAbout(domain, 'DomainGetInfoResult').child('Whoisguard');
  const { ID: id } = reply.optional(element, shownSchema);
  const { ForwardedTo: forwardedTo } = reply.optional(element?.child('EmailDetails'), mailSchema);
  return {
    linked: element?.attribute('Enabled')?.trim().toLowerCase() !== 'notalloted',
    ...withoutUndefined({
      id,
      privacy: readPrivacy(element, reply),
      forwardedTo: forwardedTo === '' ? undefined : forwardedTo,
    }),
  };
}

async function findInList(
  client: NamecheapClient,
  domain: DomainName,
  call: CallContext,
): Promise<PrivacySubscription> {
  let next: string | undefined = '1';
  while (next !== undefined) {
    const page: ListPage = await readListPage(client, Number(next), domain, call);
    if (page.row !== undefined) return page.row;
    next = page.next;
  }
  return {};
}

interface ListPage {
  readonly row: PrivacySubscription | undefined;
  readonly next?: string;
}

function readListPage(
  client: NamecheapClient,
  page: number,
  domain: DomainName,
  call: CallContext,
): Promise<ListPage> {
  return client.send(
    'namecheap.whoisguard.getlist',
    { ListType: 'ALLOTED', Page: String(page), PageSize: String(pageSize) },
    (reply) => {
      const rows = reply.result('WhoisguardGetListResult').children('Whoisguard');
      return { row: findRow(rows, domain, reply), ...readPaging(reply, page, rows.length) };
    },
    call,
  );
}

const rowSchema = z.object({ ID: orderNumber, Status: z.string() });

function findRow(
  rows: readonly XmlElement[],
  domain: DomainName,
  reply: NamecheapReply,
): PrivacySubscription | undefined {
  const row = rows.find((element) => {
    const reading = readDomainName(element.attribute('DomainName') ?? '');
    return reading.ok && reading.domain === domain;
  });
  if (row === undefined) return undefined;
  const { ID: id, Status: word = '' } = reply.optional(row, rowSchema);
  const privacy = new Map([
    ['enabled', true],
    ['disabled', false],
  ]).get(word.toLowerCase());
  return withoutUndefined({ id, privacy });
}
