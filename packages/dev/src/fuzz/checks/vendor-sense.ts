import { domainToASCII } from 'node:url';
import { brotliDecompressSync, constants, unzipSync } from 'node:zlib';
import type { Exchange } from '../replies/exchange.js';
import type { ProviderId } from '../shop.js';
import type { WireReply } from '../wire/wire-reply.js';

// What a reply can be taken for, read by other means than the adapters': with patterns over the text. Where in doubt these are
// lenient; they judge by what a reply certainly does not say.

// As HTTP clients do it: what came before the end is taken where the checksum after it is missing, and of the three older ways
// the body tells which it is.
const unzip = (body: Buffer): Buffer => unzipSync(body, { finishFlush: constants.Z_SYNC_FLUSH });
const unpackings: Readonly<Partial<Record<string, (body: Buffer) => Buffer>>> = {
  gzip: unzip,
  compress: unzip,
  deflate: unzip,
  br: (body) => brotliDecompressSync(body, { finishFlush: constants.BROTLI_OPERATION_FLUSH }),
};

/** The body as text, decompressed where it says so. */
export function textOf({ status, body, headers, raw }: WireReply): string {
  // Of these HTTP knows no body.
  if (status < 200 || status === 204 || status === 304) return '';
  if (raw !== undefined) return raw.toString();
  const encoding = headers.find(([name]) => name.toLowerCase() === 'content-encoding')?.[1];
  try {
    return (unpackings[encoding ?? '']?.(body) ?? body).toString().replace(/^\ufeff+/, '');
  } catch {
    return '';
  }
}

/** Whether some reply to a search holds a row for the name that says that it is free, and none that says otherwise. */
export function saysAvailable(
  provider: ProviderId,
  domain: string,
  exchanges: readonly Exchange[],
): boolean {
  return exchanges.some(({ target, reply }) => {
    if (!/check$|search$/.test(target)) return false;
    const answers = (provider === 'namecheap' ? xmlAnswers : jsonAnswers)(textOf(reply), domain);
    return answers.length > 0 && answers.every(Boolean);
  });
}

function xmlAnswers(text: string, domain: string): readonly boolean[] {
  const answers: boolean[] = [];
  for (const [, attributes = ''] of text.matchAll(/<(?:[\w.-]+:)?DomainCheckResult\b([^<>]*)>/gi)) {
    const named = valueOf('Domain', attributes);
    if (named === undefined || nameIn(named) !== domain) continue;
    const failed = !['', '0'].includes(valueOf('ErrorNo', attributes) ?? '0');
    const word = valueOf('Available', attributes)?.toLowerCase() ?? '';
    answers.push(!failed && ['true', 'yes', '1', 'ok'].includes(word));
  }
  return answers;
}

/** Trimmed here and not by the pattern, which would look at very many blanks again and again. */
function valueOf(name: string, attributes: string): string | undefined {
  const pattern = new RegExp(
    `(?<![\\w.-])(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`,
    'i',
  );
  const [, double, single] = pattern.exec(attributes) ?? [];
  return (double ?? single)?.trim();
}

function jsonAnswers(text: string, domain: string): readonly boolean[] {
  const json = readJson(text);
  const { infos } = Object(json) as { readonly infos?: unknown };
  const rows = Array.isArray(json) ? (json as unknown[]) : infos;
  if (!Array.isArray(rows)) return [];
  return rows.flatMap((row: unknown) => {
    const { domainName, status, reason } = Object(row) as Readonly<Record<string, unknown>>;
    if (typeof domainName !== 'string' || nameIn(domainName) !== domain) return [];
    const word = String(status).trim().toLowerCase();
    const exists = typeof reason === 'string' && /domain exists/i.test(reason);
    return [['available', '1', 'true'].includes(word) && !exists];
  });
}

function nameIn(text: string): string {
  return domainToASCII(text.trim().replace(/\.$/, '')).toLowerCase();
}

/** Whether a reply to a write can be taken for its being carried out. */
export function saysDone(provider: ProviderId, { target, reply }: Exchange): boolean {
  const text = textOf(reply);
  if (provider === 'namecheap') {
    const flagged =
      /<(?:[\w.-]+:)?\w+Result\b[^>]*\b(?:Registered|Renew|Transfer|Updated?|IsSuccess|Resubmit)\s*=\s*["']\s*(?:true|yes|1|ok)\s*["']/i;
    const isOk = /<(?:[\w.-]+:)?ApiResponse\b[^>]*\bStatus\s*=\s*["']OK["']/i.test(text);
    // A registration that is not in real time is told by another flag.
    const later =
      /domains\.create/i.test(target) &&
      /NonRealTimeDomain\s*=\s*["'](?:true|yes|1|ok)/i.test(text);
    // A field may stand in an element of its own, as the vendor's other answers have it.
    const inside =
      /<(?:[\w.-]+:)?(?:Registered|Renew|Transfer|Updated?|IsSuccess|Resubmit)\b[^>]*>\s*(?:true|yes|1|ok)\s*</i;
    return isOk && (flagged.test(text) || inside.test(text) || later);
  }
  if (reply.raw === undefined && (reply.status < 200 || reply.status > 299)) return false;
  if (text.trim() === '') return true;
  const json = readJson(reply.raw === undefined ? text : (text.split('\r\n\r\n').at(-1) ?? ''));
  if (json === undefined) return reply.raw !== undefined;
  const { success, error } = Object(json) as {
    readonly success?: unknown;
    readonly error?: unknown;
  };
  return success !== false && (typeof error !== 'object' || error === null);
}

/** Whether a reply to a write is a plain no, so that nothing was done as far as the vendor says. */
export function saysRefused(provider: ProviderId, { reply }: Exchange): boolean {
  const text = textOf(reply);
  const { status } = reply;
  const loginPage = /(?:log|sign)[-_]?(?:in|on)/i;
  const location = reply.headers.find(([name]) => name.toLowerCase() === 'location')?.[1] ?? text;
  if (status >= 300 && status <= 399 && loginPage.test(location)) return true;
  // A reading comes before this is believed.
  if (status === 429) return true;
  if (provider === 'namecheap') {
    return (
      status === 405 ||
      /<(?:[\w.-]+:)?Error\b/i.test(text) ||
      /\b(?:Registered|Renew|Transfer|Updated?|IsSuccess|Resubmit|ErrorNo)\s*=\s*["']\s*(?:false|no|0|\d{3,})\s*["']/i.test(
        text,
      ) ||
      /<(?:[\w.-]+:)?(?:Registered|Renew|Transfer|Updated?|IsSuccess|Resubmit)\b[^>]*>\s*(?:false|no|0)\s*</i.test(
        text,
      )
    );
  }
  if (status === 401 || status === 403 || status === 404) return true;
  const json = readJson(text);
  const { success, error } = Object(json) as {
    readonly success?: unknown;
    readonly error?: unknown;
  };
  if (success === false || (typeof error === 'object' && error !== null)) return true;
  return status >= 400 && status <= 499 && status !== 408;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
