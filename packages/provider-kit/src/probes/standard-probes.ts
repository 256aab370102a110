import type { RegistrarProbe } from '@registrar-kit/core';
import { accessProbe } from './access-probe.js';
import { balanceProbe } from './balance-probe.js';
import { clientAddressProbe } from './client-address-probe.js';
import { clockProbe } from './clock-probe.js';
import { credentialsProbe } from './credentials-probe.js';
import { egressProbe } from './egress-probe.js';
import { otherEnvironmentProbe } from './other-environment-probe.js';
import type { ProbeAccess } from './probe-access.js';
import { quotaProbe } from './quota-probe.js';
import { reachabilityProbe } from './reachability-probe.js';

/** The probes that every provider can have, in the order in which they run: from what needs no network to what needs an account. */
export function standardProbes<Settings extends object>(
  access: ProbeAccess<Settings>,
): readonly RegistrarProbe[] {
  return [
    credentialsProbe(access),
    egressProbe(access),
    ...(access.clientIp === undefined ? [] : [clientAddressProbe(access)]),
    reachabilityProbe(access),
    clockProbe(),
    accessProbe(),
    otherEnvironmentProbe(access),
    balanceProbe(),
    quotaProbe(access),
  ];
}
