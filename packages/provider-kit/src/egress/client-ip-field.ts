import * as z from 'zod';
import { addFault } from '../config/config-issue.js';
import { publicIpv4 } from '../config/public-ipv4.js';
import { echoServiceProblem } from './echo-service-url.js';

/** What an {@link EgressWatch} works from. */
type ClientIp = string | { readonly detect: readonly string[] };

/** A look-up asks every service, and each of them is a stranger. */
const MOST_SERVICES = 5;

const detection = z.strictObject({
  detect: z
    .array(
      z.string().superRefine((service, context) => {
        const problem = echoServiceProblem(service);
        if (problem !== undefined)
          addFault(context, {
            problem,
            cure: 'give the https URL of a service that answers with the address it sees',
          });
      }),
    )
    .superRefine((services, context) => {
      if (services.length < 1 || services.length > MOST_SERVICES)
        addFault(context, {
          problem: services.length === 0 ? 'names no service' : 'names too many services',
          cure: `name one to ${String(MOST_SERVICES)}; two that agree are better than one`,
        });
    }),
});

/**
 * The configuration field for the address that a registrar wants to be told: a public IPv4 address, or
 * `{ detect: [URL, …] }` with one to five echo services.
 */
export function clientIpField(): z.ZodType<ClientIp, ClientIp> {
  const address = publicIpv4();
  return z
    .custom<ClientIp>(() => true)
    .transform((value, context): ClientIp => {
      const isObject = typeof value === 'object' && (value as object | null) !== null;
      const reading = isObject ? detection.safeParse(value) : address.safeParse(value);
      if (reading.success) return reading.data;
      for (const issue of reading.error.issues) context.addIssue({ ...issue });
      return z.NEVER;
    });
}
