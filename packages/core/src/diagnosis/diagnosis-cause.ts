/**
 * What can be wrong, finer than what a reply states. A closed union: a panel can hold a text of its own for each.
 */
export const diagnosisCauses = [
  // credentials
  'missing_credentials',
  'malformed_account_id',
  'email_as_account_id',
  'unknown_account',
  'malformed_key',
  'invisible_character',
  'wrong_key',
  'key_rotated',
  'environment_mismatch',
  'api_access_disabled',
  'outdated_client',
  'wrong_content_type',
  'unsupported_auth_type',
  // access
  'ip_not_allowed',
  'address_changed',
  'ip_locked',
  'client_ip_missing',
  'client_ip_mismatch',
  'client_ip_not_public_ipv4',
  'account_locked',
  'payments_declined',
  'too_many_logins',
  'not_authorized_for_account',
  'not_domain_owner',
  'operation_not_allowed',
  // frequency
  'too_many_requests',
  'parallel_requests',
  'key_shared_with_other_programs',
  'own_quota_reached',
  // order and domain
  'invalid_input',
  'tld_not_sold',
  'insufficient_funds',
  'spend_limit_reached',
  'domain_not_in_account',
  'domain_taken',
  'wrong_domain_state',
  'price_changed',
  'promotion_code_refused',
  'operation_unsupported',
  'outcome_unknown',
  // machinery
  'configuration_invalid',
  'journal_missing',
  'provider_fault',
  'provider_overloaded',
  'provider_unavailable',
  'registry_fault',
  'unexpected_answer',
  'blocked_by_protection',
  'network_failure',
  'name_resolution_failure',
  'tls_failure',
  'proxy_failure',
  'timed_out',
  'cancelled_by_caller',
  'unclassified',
] as const;

/** One of the causes that a {@link Diagnosis} can name. */
export type DiagnosisCause = (typeof diagnosisCauses)[number];
