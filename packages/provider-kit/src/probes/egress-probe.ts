import { networkInterfaces } from 'node:os';
import { systemClock, type ProbeContext, type RegistrarProbe } from '@registrar-kit/core';
import { readEgressAddress } from '../egress/read-egress-address.js';
import type { EgressReading } from '../egress/egress-reading.js';
import type { ProbeAccess } from './probe-access.js';

/** Public services that answer with the caller's address, over IPv4 only. */
export const publicEchoServices: readonly string[] = [
  'https://checkip.amazonaws.com/',
  'https://api.ipify.org/',
  'https://ipv4.icanhazip.com/',
];

/**
 * From which address this machine reaches the internet, through the configured proxy, as several echo services see it. Runs on
 * a faulty configuration too: the address may be just what is missing there.
 */
export function egressProbe<Settings extends object>(
  access: ProbeAccess<Settings>,
): RegistrarProbe {
  return {
    id: 'egress-address',
    title: 'Outgoing address',
    run: async (context) => {
      const { options, timeoutMs, signal, runtime } = context;
      const echoServices =
        options.echoServices ?? configured(context, access) ?? publicEchoServices;
      const proxy = proxyOf(context, access);
      const checked = `the address from which this machine reaches the internet${proxy === undefined ? '' : ' through the proxy'}, at ${String(echoServices.length)} echo services`;
      if (proxy === 'unreadable')
        return notChecked(checked, 'the proxy in the configuration is no URL');
      if (echoServices.length === 0) return notChecked(checked, 'no echo service may be asked');
      const clock = runtime.clock ?? systemClock;
      const reading = await readEgressAddress({ echoServices, proxy, timeoutMs, signal, clock });
      const addresses = [...new Set(reading.answers.flatMap(({ address }) => address ?? []))];
      const evidence = {
        othersReachable: addresses.length > 0,
        egress: {
          addresses,
          ...(proxy === undefined ? { ownAddresses: addressesOfThisMachine() } : {}),
        },
      };
      if (addresses.length === 0)
        return {
          ...notChecked(checked, 'no echo service answered'),
          evidence: { othersReachable: false },
        };
      return {
        outcome: reading.agreed ? 'passed' : 'noticed',
        checked,
        shows: [
          ...described(reading, addresses),
          'this is a hint: only the registrar knows what it sees',
        ],
        facts: { addresses, agreed: reading.agreed },
        evidence,
      };
    },
  };
}

function described({ answers, agreed }: EgressReading, addresses: readonly string[]): string[] {
  const silent = answers.filter(({ address }) => address === undefined).length;
  const first = addresses.join(' and ');
  const rest =
    silent === 0 ? [] : [`${String(silent)} of ${String(answers.length)} did not answer`];
  if (addresses.length > 1) return [`they see different addresses: ${first}`, ...rest];
  return [agreed ? `they see ${first}` : `only one answered, and sees ${first}`, ...rest];
}

function notChecked(
  checked: string,
  because: string,
): {
  readonly outcome: 'not_checked';
  readonly checked: string;
  readonly shows: readonly string[];
} {
  return { outcome: 'not_checked', checked, shows: [`not checked: ${because}`] };
}

/** Where the settings are faulty, the proxy may still be sound. */
function proxyOf<Settings extends object>(
  { settings, config }: ProbeContext,
  access: ProbeAccess<Settings>,
): string | undefined {
  if (settings !== undefined) return access.endpoint(access.parseConfig(config)).proxy;
  const { proxy } = config;
  if (proxy === undefined) return undefined;
  return typeof proxy === 'string' && /^(?:https?|socks5):/.test(proxy) && URL.canParse(proxy)
    ? proxy
    : 'unreadable';
}

function configured<Settings extends object>(
  { settings, config }: ProbeContext,
  access: ProbeAccess<Settings>,
): readonly string[] | undefined {
  return settings === undefined ? undefined : access.echoServices?.(access.parseConfig(config));
}

function addressesOfThisMachine(): string[] {
  return Object.values(networkInterfaces()).flatMap((addresses = []) =>
    addresses.flatMap(({ address, family, internal }) =>
      family === 'IPv4' && !internal ? [address] : [],
    ),
  );
}
