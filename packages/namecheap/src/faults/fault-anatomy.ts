import {
  access,
  authentication,
  invalidInput,
  providerFault,
  wrongState,
  type FaultClass,
} from './fault-class.js';

/**
 * What an unlisted number means by its digits: the first is the layer (1 authentication, 2 business rule, 3 upstream registry,
 * 4 and 5 Namecheap itself), digits 2–4 the kind, digits 5–7 the object. The scheme fits every known number and is published
 * nowhere, so that it decides only where a wrong guess does no harm.
 */
export function classifyByAnatomy(number: string): FaultClass {
  const match = /^([1-5])(\d{3})(\d{3})$/.exec(number);
  if (match === null) return providerFault({ outcome: 'open', causes: ['unclassified'] });
  const [, layer = '', kind = '', object = ''] = match;
  if (layer === '1') return classifyAuthentication(kind, object);
  if (layer === '2') return classifyBusinessRule(kind, object);
  return providerFault({
    outcome: 'open',
    causes: [layer === '3' ? 'registry_fault' : 'provider_fault'],
  });
}

// 105 ClientIp and 150 RequestIP; the others were only heard of, and lie beside them.
const addressObjects: ReadonlySet<string> = new Set(['105', '147', '148', '150', '151']);
const lockedKind = '017';
const notAssociatedKind = '016';
const wrongPhaseKind = '020';
const inputKinds: ReadonlySet<string> = new Set(['010', '011', '012', '013', '015']);
/**
 * Kinds by which the request was weighed and turned down: on top of the above, what is not there, not now, not wanted, not
 * supported or in conflict. The other kinds tell of work that failed, and how far it had come nobody says.
 */
const refusalKinds: ReadonlySet<string> = new Set([
  ...inputKinds,
  ...[notAssociatedKind, lockedKind, '019', wrongPhaseKind, '029', '030', '033'],
]);
const domainObject = '166';

/** Nothing in this layer is a provider error: the request never came past the gate. */
function classifyAuthentication(kind: string, object: string): FaultClass {
  const address = addressObjects.has(object);
  if (kind === lockedKind)
    return address ? access('ip_locked', 'ip_locked') : access('account_locked', 'account_locked');
  if (address) return access('unspecified', 'ip_not_allowed', 'client_ip_mismatch');
  if (kind === notAssociatedKind)
    return access('not_authorized_for_account', 'not_authorized_for_account');
  return authentication('unauthorized');
}

function classifyBusinessRule(kind: string, object: string): FaultClass {
  if (inputKinds.has(kind))
    return invalidInput('request', 'compare the values with what the vendor documents');
  if (kind === notAssociatedKind && object === domainObject)
    return access('not_domain_owner', 'not_domain_owner');
  if (kind === lockedKind) return access('unspecified', 'account_locked', 'ip_locked');
  if (kind === wrongPhaseKind && object === domainObject) return wrongState();
  const outcome = refusalKinds.has(kind.replace(/^5/, '0')) ? 'refused' : 'open';
  return providerFault({ outcome, causes: ['unclassified'] });
}
