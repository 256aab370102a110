import type { RemedyBook } from '@registrar-kit/core';

/**
 * What to do in the vendor's own panel. The vendor's guide "Unauthorized API Access Error: Causes and Fixes" is the source of
 * the steps; no stable address of its pages is known, so the links are null, except for the repository of its modules.
 */
export const domainNameApiRemedies: RemedyBook = {
  wrong_key: {
    actor: 'developer',
    steps: [
      'Open My Account > Reseller Settings > Integration Details in the reseller panel.',
      'Copy the API key of the environment in use (Live Environment or Test Environment) into the configuration.',
    ],
    link: null,
  },
  unknown_account: {
    actor: 'developer',
    steps: [
      'Open My Account > Reseller Settings > Integration Details in the reseller panel.',
      'Copy the Reseller ID into resellerId; it can change when an account is migrated.',
    ],
    link: null,
  },
  malformed_account_id: {
    actor: 'developer',
    steps: [
      'Copy the Reseller ID from Reseller Settings > Integration Details: it is a UUID of 36 characters.',
      'An account whose name is no UUID can use the older SOAP interface only; ask Domain Name API to move it.',
    ],
    link: null,
  },
  swapped_fields: {
    actor: 'developer',
    steps: [
      'Exchange the two values: in panel modules the Reseller ID belongs into the field of the user name, the API key into that of the password.',
    ],
    link: null,
  },
  missing_authorization_header: {
    actor: 'developer',
    steps: [
      'Send two headers with every request: X-API-KEY with the API key, and __reseller with the Reseller ID.',
    ],
    link: null,
  },
  bearer_token_used: {
    actor: 'developer',
    steps: [
      'Remove the Authorization: Bearer header; there are no tokens in this interface.',
      'Send X-API-KEY with the API key, and __reseller with the Reseller ID.',
    ],
    link: null,
  },
  unsupported_auth_type: {
    actor: 'developer',
    steps: [
      'Remove the Authorization header.',
      'Send X-API-KEY with the API key, and __reseller with the Reseller ID.',
    ],
    link: null,
  },
  credentials_in_wrong_place: {
    actor: 'developer',
    steps: [
      'Take the credentials out of the body and the URL.',
      'Send X-API-KEY with the API key, and __reseller with the Reseller ID.',
    ],
    link: null,
  },
  wrong_content_type: {
    actor: 'developer',
    steps: ['Send Content-Type: application/json with every body, and JSON in it.'],
    link: null,
  },
  dynamic_address: {
    actor: 'operator',
    steps: [
      'Give the server a static address, such as an elastic IP, or set proxy to one that has it.',
      'Add that address under Reseller Settings > Reseller Configuration > IP Whitelist and click Save.',
    ],
    link: null,
  },
  behind_nat_or_proxy: {
    actor: 'account_owner',
    steps: [
      'Find the public address with which requests leave the NAT, the proxy or the load balancer; it is not the address of the server itself.',
      'Add it under Reseller Settings > Reseller Configuration > IP Whitelist and click Save.',
    ],
    link: null,
  },
  answer_misread: {
    actor: 'developer',
    steps: [
      'Do not repeat the call: the registrar carried it out.',
      'Take an empty body and HTTP 204 for success, and a body with success: false or error for a failure whatever the HTTP status.',
    ],
    link: null,
  },
  email_as_account_id: {
    actor: 'developer',
    steps: [
      'Replace the e-mail address in resellerId with the Reseller ID from Reseller Settings > Integration Details.',
    ],
    link: null,
  },
  key_rotated: {
    actor: 'developer',
    steps: [
      'Open My Account > Reseller Settings > Integration Details and compare the key with the configured one.',
      'Put the current key into every program that used the old one.',
    ],
    link: null,
  },
  environment_mismatch: {
    actor: 'developer',
    steps: [
      'Look on Reseller Settings > Integration Details which key is the Live and which the Test Environment API key.',
      'Use the live key with environment "live" and the test key with environment "test".',
    ],
    link: null,
  },
  outdated_client: {
    actor: 'operator',
    steps: [
      'Download the current version of the module for the panel in use (WHMCS, WiseCP, HostBill, Blesta, ClientExec) and install it; a program of your own: update this package.',
      'Save Reseller ID and API key again; an update changes neither.',
    ],
    link: 'https://github.com/domainreseller',
  },
  ip_not_allowed: {
    actor: 'account_owner',
    steps: [
      'Sign in to the reseller panel and open My Account > Reseller Settings > Reseller Configuration.',
      'Scroll to IP Whitelist, below Default DNS Information.',
      'Enter the public outbound IP address of the server: behind NAT that of the NAT, behind Cloudflare or a load balancer the one with which requests leave it, on shared hosting the fixed one that the host confirms.',
      'Add a row with + Add IP Address for every other server that sends requests.',
      'Click Save. Do not empty the list to try it out: what an empty list does is not documented, so ask the support first.',
    ],
    link: null,
  },
  address_changed: {
    actor: 'account_owner',
    steps: [
      "Add the server's new outbound IP address under Reseller Settings > Reseller Configuration > IP Whitelist and click Save.",
      'Give the server a static address, so that it does not change again.',
    ],
    link: null,
  },
  missing_credentials: {
    actor: 'developer',
    steps: [
      'Open My Account > Reseller Settings > Integration Details in the reseller panel; Send Details via Email sends them to the registered address.',
      'Copy the Reseller ID and the API key of the environment in use into the configuration.',
    ],
    link: null,
  },
  malformed_key: {
    actor: 'developer',
    steps: [
      'Open My Account > Reseller Settings > Integration Details in the reseller panel.',
      'Copy the whole API key of the environment in use; a part of it is refused like a wrong one.',
    ],
    link: null,
  },
  invisible_character: {
    actor: 'developer',
    steps: [
      'Copy the value again from My Account > Reseller Settings > Integration Details and paste it straight into the field.',
      'If it is refused again, type it: a blank or an invisible character can come along with a copy.',
    ],
    link: null,
  },
  placeholder_value: {
    actor: 'developer',
    steps: [
      'Replace the text of the example with the value from My Account > Reseller Settings > Integration Details.',
    ],
    link: null,
  },
  key_in_url: {
    actor: 'developer',
    steps: [
      'Send the key in the header X-API-KEY, so that it stands in no URL and no log.',
      'If others can read such logs, or the key was shared: ask the support of Domain Name API for a new key at once.',
      'Put the new key into every program that used the old one.',
    ],
    link: null,
  },
  too_many_requests: {
    actor: 'nobody',
    steps: [
      'Wait a second; the call may be made again. It is about frequency and says nothing of the credentials.',
      'If it happens often, send one request per second for each key, from all programs together.',
    ],
    link: null,
  },
  key_shared_with_other_programs: {
    actor: 'operator',
    steps: [
      'Find the other programs and teams that use this key; the limit of one request per second counts for all of them together.',
      'Let the programs share one quota store, or run their automated work at other times.',
    ],
    link: null,
  },
  blocked_by_protection: {
    actor: 'provider',
    steps: [
      "Ask the support of Domain Name API whether its protection blocks the server's outbound address.",
    ],
    link: null,
  },
  insufficient_funds: {
    actor: 'account_owner',
    steps: [
      'Add money to the reseller deposit, in the currency in which the order is priced.',
      'Order again with the same key.',
    ],
    link: null,
  },
  tld_not_sold: {
    actor: 'account_owner',
    steps: [
      'Ask Domain Name API to enable the ending for the reseller account, or offer another one.',
    ],
    link: null,
  },
};
