import type { DiagnosisCause } from './diagnosis-cause.js';

const setting =
  'Domain orders are not possible at the moment because of a setting on our side. We have been told and will fix it.';
const busy = 'Many requests are being made right now. Please try again in a minute.';
const down = 'The registrar cannot be reached at the moment. Please try again later.';

/** One sentence for the panel's customer by cause: true, calm, and without a detail of the account. */
export const customerTexts: { readonly [Cause in DiagnosisCause]: string } = {
  missing_credentials: setting,
  malformed_account_id: setting,
  email_as_account_id: setting,
  unknown_account: setting,
  malformed_key: setting,
  invisible_character: setting,
  wrong_key: setting,
  key_rotated: setting,
  environment_mismatch: setting,
  api_access_disabled: setting,
  outdated_client: setting,
  wrong_content_type: setting,
  unsupported_auth_type: setting,
  ip_not_allowed: setting,
  address_changed: setting,
  ip_locked: setting,
  client_ip_missing: setting,
  client_ip_mismatch: setting,
  client_ip_not_public_ipv4: setting,
  account_locked: setting,
  payments_declined: setting,
  too_many_logins: setting,
  not_authorized_for_account: setting,
  not_domain_owner: 'This domain is not managed by us.',
  operation_not_allowed: 'This cannot be done for this domain. Please contact us.',
  too_many_requests: busy,
  parallel_requests: busy,
  key_shared_with_other_programs: busy,
  own_quota_reached: busy,
  invalid_input: 'Some of the details cannot be used. Please check the marked fields.',
  tld_not_sold: 'Names with this ending cannot be ordered here. Please choose another ending.',
  insufficient_funds:
    'The order could not be placed at the moment. We have been told; you have not been charged by the registrar.',
  spend_limit_reached:
    'The order could not be placed at the moment. We have been told; nothing has been charged by the registrar.',
  domain_not_in_account: 'We could not read this domain at the moment. Please try again later.',
  domain_taken: 'This name is not available. Please choose another one.',
  wrong_domain_state: 'This cannot be done with the domain in its present state.',
  price_changed: 'The price of this name has changed. Please confirm the new price.',
  promotion_code_refused: 'The promotion code cannot be used for this order.',
  operation_unsupported: 'This cannot be done online for this domain. Please contact us.',
  outcome_unknown:
    'Your order is being checked. Please do not order again; we will tell you the result.',
  configuration_invalid: setting,
  journal_missing: setting,
  provider_fault: down,
  provider_overloaded: busy,
  provider_unavailable: down,
  registry_fault: down,
  unexpected_answer: down,
  blocked_by_protection: down,
  network_failure: down,
  name_resolution_failure: down,
  tls_failure: down,
  proxy_failure: down,
  timed_out: down,
  cancelled_by_caller: 'The request was stopped.',
  unclassified: 'Something unexpected happened. We have been told.',
};
