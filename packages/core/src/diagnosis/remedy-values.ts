import { notPublicIpv4 } from './address-kind.js';
import type { DiagnosisCause } from './diagnosis-cause.js';
import type { RemedyValue } from './diagnosis.js';
import type { CredentialOddity, Evidence } from './evidence.js';

/** Which odd credential each of these causes is about. */
const oddities: { readonly [Cause in DiagnosisCause]?: readonly CredentialOddity[] } = {
  email_as_account_id: ['email_address'],
  swapped_fields: ['swapped'],
  placeholder_value: ['placeholder'],
  invisible_character: ['invisible_character', 'white_space', 'full_width_character'],
  malformed_account_id: ['wrong_shape'],
  malformed_key: ['wrong_shape', 'wrong_length'],
  environment_mismatch: ['equals_other_environment_key'],
};
const kinds: { readonly [Cause in DiagnosisCause]?: 'key' | 'account_id' } = {
  malformed_account_id: 'account_id',
  malformed_key: 'key',
};
const allowed: readonly DiagnosisCause[] = [
  'ip_not_allowed',
  'address_changed',
  'client_ip_mismatch',
  'behind_nat_or_proxy',
  'client_ip_not_public_ipv4',
];
const told: readonly DiagnosisCause[] = ['client_ip_mismatch', 'client_ip_not_public_ipv4'];

/** What to enter, as far as the evidence knows it. Of a credential never more than what may be shown. */
export function remedyValues(cause: DiagnosisCause, evidence: Evidence): readonly RemedyValue[] {
  const values: RemedyValue[] = [];
  const add = (name: string, value: string): void => {
    values.push({ name, value });
  };
  const kind = kinds[cause];
  for (const { field, oddity, shown, kind: of = 'key' } of evidence.credentials ?? [])
    if (oddities[cause]?.includes(oddity) === true && (kind === undefined || kind === of))
      add('field with the wrong value', shown === undefined ? field : `${field} (${shown})`);
  const { clientIp, observedAddress } = evidence;
  if (cause === 'client_ip_not_public_ipv4' && clientIp !== undefined)
    add('field with the wrong value', `clientIp (${clientIp})`);
  if (!allowed.includes(cause)) return values;
  const address = addressToAllow(evidence);
  if (address === undefined) return values;
  const hint = observedAddress === undefined && address !== clientIp;
  add(hint ? 'address to allow, as echo services see it' : 'address to allow', address);
  if (told.includes(cause)) add('clientIp', address);
  return values;
}

/** The registrar's own word first, then what all echo services say, then what the configuration says. */
function addressToAllow({ observedAddress, egress, clientIp }: Evidence): string | undefined {
  const echoed = egress?.addresses.length === 1 ? egress.addresses[0] : undefined;
  return [observedAddress, echoed, clientIp].find(
    (address) => address !== undefined && notPublicIpv4(address) === undefined,
  );
}
