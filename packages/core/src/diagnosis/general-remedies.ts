import type { DiagnosisCause } from './diagnosis-cause.js';
import type { Actor, Remedy } from './diagnosis.js';

/** What to do about each cause where the provider has no steps of its own. */
export const generalRemedies: { readonly [Cause in DiagnosisCause]: Remedy } = {
  missing_credentials: by('developer', 'Fill in every credential that the configuration asks for.'),
  malformed_account_id: by('developer', 'Copy the account id from the registrar panel again.'),
  email_as_account_id: by(
    'developer',
    'Replace the e-mail address with the account id from the registrar panel.',
  ),
  unknown_account: by(
    'developer',
    'Compare the account id with the one in the registrar panel, above all after an account migration.',
  ),
  malformed_key: by('developer', 'Copy the whole API key from the registrar panel again.'),
  invisible_character: by(
    'developer',
    'Copy the value again and paste it as plain text, or type it, so that no blank or invisible character comes along.',
  ),
  wrong_key: by(
    'developer',
    'Copy the current API key of this environment from the registrar panel.',
  ),
  key_rotated: by('developer', 'Put the new API key into every program that used the old one.'),
  environment_mismatch: by(
    'developer',
    'Use the test key with the test environment and the live key with the live one.',
  ),
  api_access_disabled: by('account_owner', 'Switch API access on in the registrar panel.'),
  outdated_client: by('operator', 'Install the current version of the registrar module.'),
  wrong_content_type: by('developer', 'Send the Content-Type that matches the body.'),
  unsupported_auth_type: by(
    'developer',
    'Send the credentials in the fields that the registrar documents, without a Bearer token or HTTP Basic.',
  ),
  swapped_fields: by(
    'developer',
    'Exchange the two values: the account id belongs into the field of the account, the key into the field of the key.',
  ),
  placeholder_value: by(
    'developer',
    'Replace the text of the example with the value from the registrar panel.',
  ),
  other_environment_account: by(
    'account_owner',
    'Sign up in this environment too, and use the account id and key that it gives out.',
  ),
  account_standing: by(
    'account_owner',
    "Meet the registrar's condition for API access, then switch it on; until then use the test environment.",
  ),
  missing_authorization_header: by(
    'developer',
    'Send every credential header that the registrar documents, with each request.',
  ),
  bearer_token_used: by(
    'developer',
    'Remove the Bearer header.',
    'Send the credentials in the fields that the registrar documents.',
  ),
  credentials_in_wrong_place: by(
    'developer',
    'Move the credentials to the place that the registrar documents.',
  ),
  key_in_url: by(
    'developer',
    'Send the key in the body or in a header, so that it stands in no URL and no log.',
    'Replace the key if such logs can be read by others.',
  ),
  ip_not_allowed: by(
    'account_owner',
    "Add the server's public address to the registrar's list of allowed addresses.",
  ),
  address_changed: by(
    'account_owner',
    'Allow the new address at the registrar.',
    'Give the server a static address, or route its calls through one.',
  ),
  ip_locked: by('provider', 'Ask the registrar why the address is locked.'),
  client_ip_missing: by('developer', 'Set the client address in the configuration.'),
  client_ip_mismatch: by(
    'developer',
    'Set the configured client address to the one that the registrar sees.',
  ),
  client_ip_not_public_ipv4: by(
    'developer',
    'Set the public IPv4 address from which the server reaches the internet.',
  ),
  ipv6_egress: by(
    'operator',
    'Make the server call the registrar by IPv4: its allow-list takes no IPv6 addresses.',
  ),
  dynamic_address: by(
    'operator',
    'Give the server a static address, or route its calls through a proxy that has one.',
    "Allow that address at the registrar, and do not allow a cloud provider's whole range.",
  ),
  behind_nat_or_proxy: by(
    'account_owner',
    "Allow the address with which requests leave the network or the proxy, not the server's own.",
  ),
  account_locked: by('account_owner', 'Ask the registrar why the account is locked.'),
  payments_declined: by('account_owner', 'Settle the declined payments with the registrar.'),
  too_many_logins: by(
    'account_owner',
    'Wait, then sign in to the registrar panel to lift the block.',
  ),
  not_authorized_for_account: by(
    'account_owner',
    'Allow this API user to act for the other account, or name its own account.',
  ),
  not_domain_owner: by('operator', 'Use the account that holds the domain.'),
  operation_not_allowed: by(
    'account_owner',
    'Ask the registrar to permit this operation for the account.',
  ),
  too_many_requests: by('nobody', 'Wait; the call may be made again when the window has passed.'),
  parallel_requests: by('developer', 'Send one request at a time.'),
  key_shared_with_other_programs: by(
    'operator',
    'Give each program a key of its own, or let them share one quota store.',
  ),
  own_quota_reached: by(
    'nobody',
    'Wait for a free slot, or raise the quota in the configuration if the registrar grants more.',
  ),
  quota_store_unreachable: by(
    'operator',
    'Bring the quota store back; nothing has to be restarted here.',
  ),
  invalid_input: by('developer', 'Correct the fields that the error lists.'),
  tld_not_sold: by('customer', 'Choose another ending.'),
  insufficient_funds: by(
    'account_owner',
    'Add money to the registrar account, then order again with the same key.',
  ),
  spend_limit_reached: by(
    'operator',
    'Wait until the period has passed, or raise the spend limit of the journal.',
  ),
  domain_not_in_account: by(
    'operator',
    'Check the account; one such answer does not mean that the domain is gone.',
  ),
  domain_taken: by('customer', 'Choose another name.'),
  wrong_domain_state: by(
    'operator',
    'Read the domain again and choose the operation that fits its state.',
  ),
  price_changed: by('customer', 'Ask for a new quote and confirm it.'),
  promotion_code_refused: by('operator', 'Order without the promotion code.'),
  operation_unsupported: by(
    'developer',
    "Ask registrar.capabilities before offering the operation; do it in the registrar's own panel.",
  ),
  outcome_unknown: by(
    'operator',
    'Do not order again.',
    'Call reconcileOperation with the handle of this error until it answers.',
    "Where no reading settles it, look into the registrar's own panel and say what you saw there with its witnessed.",
  ),
  configuration_invalid: by('developer', 'Correct the fields that the error lists.'),
  journal_missing: by(
    'developer',
    'Pass runtime.journal: a durable engine, or volatileJournal() for tests.',
  ),
  provider_fault: by(
    'provider',
    "Give the registrar's support the vendor code of this error and the time.",
  ),
  provider_overloaded: by('nobody', 'Wait a few seconds; the call may be made again.'),
  provider_unavailable: by('nobody', 'Wait until the registrar is back.'),
  registry_fault: by('provider', 'Wait, then ask the registrar if it stays.'),
  unexpected_answer: by(
    'operator',
    'Check that baseUrl is the registrar interface and that nothing in between answers for it.',
  ),
  answer_misread: by(
    'developer',
    'Do not repeat the call: the registrar carried it out.',
    'Read the answer by the names of its elements whatever their namespace, and by what it states rather than by the HTTP status.',
  ),
  blocked_by_protection: by(
    'provider',
    "Ask the registrar whether its protection blocks the server's address.",
  ),
  network_failure: by('operator', 'Check the network of the server and the registrar host.'),
  name_resolution_failure: by(
    'operator',
    "Check the server's name resolution and the spelling of baseUrl.",
  ),
  tls_failure: by(
    'operator',
    'Check the certificates of the server and whether something intercepts the connection.',
  ),
  clock_wrong: by('operator', "Set the server's clock, and let it be kept by time service."),
  proxy_failure: by(
    'operator',
    'Check that the proxy runs and accepts the credentials in the configuration.',
  ),
  timed_out: by('nobody', 'Try again later; raise timeoutMs if it happens often.'),
  cancelled_by_caller: by('nobody', 'Nothing; the caller ended the call.'),
  unclassified: by(
    'developer',
    'Report the vendor code, so that it can be added to the error table.',
  ),
};

function by(actor: Actor, ...steps: string[]): Remedy {
  return { actor, steps, link: null };
}
