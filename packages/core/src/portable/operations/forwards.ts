import { z } from 'zod';
import { asWrite } from '../../driver/call-context.js';
import type { CallOptions } from '../../operations/call-options.js';
import type {
  EmailForwards,
  SetEmailForwardsInput,
  SetUrlForwardInput,
  UrlForward,
} from '../../operations/dns-operations.js';
import type { DomainInput } from '../../operations/domain-input.js';
import { assertStands } from '../assert-stands.js';
import { emailField } from '../contact-fields.js';
import { domainField } from '../input-fields.js';
import { addFault } from '../parse-input.js';
import type { PortableContext } from '../portable-context.js';
import { readOfDomain } from './of-domain.js';

const mailboxField = z.unknown().transform((value, context): string => {
  const text = typeof value === 'string' ? value.trim().toLowerCase() : '';
  if (text === '*' || /^[a-z0-9!#$%&'+/=?^_`{|}~.-]{1,64}$/.test(text)) return text;
  addFault(
    context,
    text === '' ? 'is missing' : 'is not the part of an address before the @',
    'give a name such as info, or * for all',
  );
  return z.NEVER;
});

// Far beyond what anybody has; each costs time. The number is looked at before the entries are.
const mostForwards = 1000;

const emailForwardsSchema = z.strictObject({
  domain: domainField,
  forwards: z
    .array(z.unknown())
    .max(mostForwards)
    .pipe(z.array(z.strictObject({ mailbox: mailboxField, forwardTo: emailField })))
    .superRefine((forwards, context) => {
      const seen = new Set<string>();
      for (const [index, { mailbox }] of forwards.entries()) {
        if (seen.has(mailbox))
          addFault(context, `${mailbox} is given twice`, 'give each mailbox once', [index]);
        seen.add(mailbox);
      }
    }),
});

const targetField = z.unknown().transform((value, context): string => {
  const text = typeof value === 'string' ? value.trim() : '';
  const url = text.length <= 2000 && URL.canParse(text) ? new URL(text) : undefined;
  const usable =
    url !== undefined &&
    ['http:', 'https:'].includes(url.protocol) &&
    url.username === '' &&
    url.password === '' &&
    !/[\s\p{Cc}]/u.test(text);
  if (usable) return text;
  addFault(
    context,
    text === '' ? 'is missing' : 'is not a web address that visitors can be sent to',
    'give a whole address such as https://example.com/page, without a user name',
  );
  return z.NEVER;
});

const urlForwardSchema = z.strictObject({
  domain: domainField,
  target: targetField,
  kind: z
    .enum(['redirect', 'frame'])
    .optional()
    .transform((kind) => kind ?? 'redirect'),
});

/** Reads the e-mail forwards of a domain. */
export async function getEmailForwards(
  context: PortableContext,
  input: DomainInput,
  options: CallOptions | undefined,
): Promise<EmailForwards> {
  const schema = z.strictObject({ domain: domainField });
  const { domain } = context.parse('getEmailForwards', schema, input);
  return { domain, forwards: await readOfDomain(context, 'getEmailForwards', input, options) };
}

/** Replaces the e-mail forwards of a domain. */
export async function setEmailForwards(
  context: PortableContext,
  input: SetEmailForwardsInput,
  options: CallOptions | undefined,
): Promise<EmailForwards> {
  const request = context.parse('setEmailForwards', emailForwardsSchema, input);
  const { domain } = request;
  const setEmailForwards = context.method('setEmailForwards', domain);
  const forwards = await context.write(
    'setEmailForwards',
    options,
    (call) => context.zones.take(domain, call, () => setEmailForwards(request, asWrite(call))),
    domain,
  );
  return { domain, forwards };
}

/** Sends visitors of a domain on to another address. */
export async function setUrlForward(
  context: PortableContext,
  input: SetUrlForwardInput,
  options: CallOptions | undefined,
): Promise<UrlForward> {
  const request = context.parse('setUrlForward', urlForwardSchema, input);
  const { domain } = request;
  const setUrlForward = context.method('setUrlForward', domain);
  return context.write(
    'setUrlForward',
    options,
    async (call) => {
      const forward = await context.zones.take(domain, call, () =>
        setUrlForward(request, asWrite(call)),
      );
      assertStands(isSameForward(forward, request), 'the forward', call.origin);
      return forward;
    },
    domain,
  );
}

/** Providers write an address in their own way, such as with a slash at its end. */
function isSameForward(
  { target, kind }: UrlForward,
  wanted: { readonly target: string; readonly kind: UrlForward['kind'] },
): boolean {
  if (target === null || !URL.canParse(target)) return false;
  return kind === wanted.kind && new URL(target).href === new URL(wanted.target).href;
}

/** Stops sending visitors of a domain on. */
export async function deleteUrlForward(
  context: PortableContext,
  input: DomainInput,
  options: CallOptions | undefined,
): Promise<void> {
  const { domain } = context.parse(
    'deleteUrlForward',
    z.strictObject({ domain: domainField }),
    input,
  );
  const deleteUrlForward = context.method('deleteUrlForward', domain);
  await context.write(
    'deleteUrlForward',
    options,
    (call) => context.zones.take(domain, call, () => deleteUrlForward(domain, asWrite(call))),
    domain,
  );
}
