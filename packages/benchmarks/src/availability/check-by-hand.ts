import axios from 'axios';
import { parseStringPromise } from 'xml2js';
import { z } from 'zod';
import { inTens } from './in-tens.js';
import type { Check } from './measure-checks.js';

const flag = z.enum(['true', 'false']).transform((word) => word === 'true');
const xmlSchema = z.object({
  ApiResponse: z.object({
    $: z.object({ Status: z.literal('OK') }),
    CommandResponse: z.tuple([
      z.object({
        DomainCheckResult: z.array(
          z.object({
            $: z.object({
              Domain: z.string(),
              Available: flag,
              ErrorNo: z.string(),
              IsPremiumName: flag,
              PremiumRegistrationPrice: z.string(),
              EapFee: z.string(),
            }),
          }),
        ),
      }),
    ]),
  }),
});

/** What a competent program without this library does: axios, xml2js and zod. */
export function checkNamecheapByHand(url: string): Check {
  return async (domains) => {
    const form = new URLSearchParams({
      ApiUser: 'benchmark',
      ApiKey: '0123456789abcdef0123456789abcdef',
      UserName: 'benchmark',
      ClientIp: '192.0.2.1',
      Command: 'namecheap.domains.check',
      DomainList: domains.join(','),
    });
    const { data } = await axios.post<string>(`${url}/xml.response`, form.toString(), {
      responseType: 'text',
      timeout: 30_000,
    });
    const { ApiResponse } = xmlSchema.parse(await parseStringPromise(data));
    const rows = ApiResponse.CommandResponse[0].DomainCheckResult;
    return new Map(rows.map(({ $ }) => [$.Domain, $.Available && $.ErrorNo === '0']));
  };
}

const jsonSchema = z.object({
  success: z.literal(true),
  infos: z.array(
    z.object({
      domainName: z.string(),
      status: z.string(),
      isPremium: z.boolean(),
      price: z.number().nullable(),
      currency: z.string().nullable(),
      reason: z.string().nullable(),
    }),
  ),
});

/** The same for the other vendor, where axios reads the JSON. */
export function checkDomainNameApiByHand(url: string): Check {
  return inTens(async (domains) => {
    const body = domains.map((domainName) => ({ domainName, currency: 'USD' }));
    const { data } = await axios.post<unknown>(`${url}/api/v1/domains/bulk-search`, body, {
      headers: {
        'X-API-KEY': 'benchmark-key-7d1f0b4e9c',
        __reseller: '0c0ffee0-1111-4222-8333-444455556666',
      },
      timeout: 30_000,
    });
    const { infos } = jsonSchema.parse(data);
    return new Map(
      infos.map(({ domainName, status }) => [domainName, status.toUpperCase() === 'AVAILABLE']),
    );
  });
}
