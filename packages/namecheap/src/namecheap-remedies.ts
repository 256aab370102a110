import type { Environment, RemedyBook } from '@registrar-kit/core';

const introPage = 'https://www.namecheap.com/support/api/intro/';
const parametersPage = 'https://www.namecheap.com/support/api/global-parameters/';
const limitsPage = 'https://www.namecheap.com/support/knowledgebase/article.aspx/9739/63/';

/** What is known when a remedy is written down; any of it may be missing. */
export interface RemedyFacts {
  readonly environment?: Environment | undefined;
  readonly clientIp?: string | undefined;
  /** The address that the vendor says it saw. */
  readonly observedAddress?: string | undefined;
}

/** What to do in Namecheap's own panel, with the address to allow spelled out. */
export function namecheapRemedies(facts: RemedyFacts): RemedyBook {
  const { environment, clientIp } = facts;
  const address = facts.observedAddress ?? clientIp ?? "the server's public IPv4 address";
  const panel = environment === 'test' ? 'the sandbox panel' : 'the Namecheap panel';
  const open = `Open Profile > Tools > API Access in ${panel}.`;
  const allow = `Add ${address} to the whitelisted IP addresses.`;
  const gate =
    'the account needs 20 domains, a balance of USD 50, or USD 50 spent within two years.';
  return {
    wrong_key: {
      actor: 'developer',
      steps: [
        open,
        'Copy the API key shown there into apiKey; a reset ends the older key at once.',
      ],
      link: introPage,
    },
    key_rotated: {
      actor: 'developer',
      steps: [
        open,
        'Copy the key shown there into every program that used the old one; an account has one key only.',
      ],
      link: introPage,
    },
    environment_mismatch: {
      actor: 'developer',
      steps: [
        'Look in which panel the key was made: the sandbox has a sign-up, a user name, a key and an allow-list of its own.',
        'Set environment to "test" for a sandbox key and to "live" for a key of the live account.',
      ],
      link: introPage,
    },
    api_access_disabled: {
      actor: 'account_owner',
      steps: [
        open,
        'Switch API access on.',
        ...(environment === 'live' ? [`If the switch cannot be moved: ${gate}`] : []),
      ],
      link: introPage,
    },
    account_standing: {
      actor: 'account_owner',
      steps: [
        `See how many domains the live account holds and what it has spent: ${gate}`,
        'Transfer domains or add money until it is enough, then switch API access on under Profile > Tools > API Access.',
        'Until then use the sandbox, which has no such condition: environment "test", with an account of its own.',
      ],
      link: introPage,
    },
    other_environment_account: {
      actor: 'account_owner',
      steps: [
        `See whether the user name exists in ${panel}: sandbox and live have a sign-up each.`,
        'Use user name, key and allow-list of the environment that is called.',
      ],
      link: introPage,
    },
    malformed_key: {
      actor: 'developer',
      steps: [open, 'Copy the whole API key into apiKey: today it has 32 letters a–f and digits.'],
      link: introPage,
    },
    swapped_fields: {
      actor: 'developer',
      steps: ['Exchange the values of apiUser and apiKey: the key is the one of 32 characters.'],
      link: parametersPage,
    },
    unknown_account: {
      actor: 'developer',
      steps: [
        'Set apiUser to the user name with which one signs in, not to the e-mail address.',
        'Leave userName out unless another account has authorised this one.',
      ],
      link: parametersPage,
    },
    email_as_account_id: {
      actor: 'developer',
      steps: ['Replace the e-mail address in apiUser with the user name with which one signs in.'],
      link: parametersPage,
    },
    ip_not_allowed: { actor: 'account_owner', steps: [open, allow], link: introPage },
    address_changed: {
      actor: 'account_owner',
      steps: [
        open,
        allow,
        `Set clientIp to ${address}.`,
        'Give the server a static address, or set proxy to one that has it: the allow-list takes no ranges and no host names.',
      ],
      link: introPage,
    },
    client_ip_mismatch: {
      actor: 'developer',
      steps: [`Set clientIp to ${address}, the address that Namecheap sees.`, open, allow],
      link: parametersPage,
    },
    client_ip_not_public_ipv4: {
      actor: 'developer',
      steps: [
        facts.observedAddress === undefined
          ? 'Set clientIp to the public IPv4 address from which the server reaches the internet.'
          : `Set clientIp to ${facts.observedAddress}, the address that Namecheap sees.`,
        open,
        facts.observedAddress === undefined
          ? 'Add that address to the whitelisted IP addresses.'
          : allow,
      ],
      link: parametersPage,
    },
    ipv6_egress: {
      actor: 'operator',
      steps: [
        'Make the server call Namecheap by IPv4: the allow-list takes no IPv6 addresses.',
        "Set clientIp to the server's public IPv4 address, and add it to the whitelisted IP addresses.",
      ],
      link: parametersPage,
    },
    dynamic_address: {
      actor: 'operator',
      steps: [
        'Give the server a static address, or set proxy to one that has it: the allow-list takes single static addresses only.',
        'Set clientIp to that address.',
        open,
        'Add that address to the whitelisted IP addresses.',
      ],
      link: introPage,
    },
    behind_nat_or_proxy: {
      actor: 'account_owner',
      steps: [
        `Set clientIp to the address with which requests leave the network or the proxy: ${address}.`,
        open,
        allow,
      ],
      link: introPage,
    },
    key_in_url: {
      actor: 'developer',
      steps: [
        'Send the parameters as a form in the body of a POST, so that the key stands in no URL and no log.',
        'Reset the key under Profile > Tools > API Access if such logs can be read by others.',
      ],
      link: parametersPage,
    },
    answer_misread: {
      actor: 'developer',
      steps: [
        'Do not repeat the call: the registrar carried it out.',
        'Match element names whatever their namespace, http://api.namecheap.com/xml.response: a search for the bare name finds nothing.',
        'Read Status of ApiResponse, then Errors: errors come with HTTP 200.',
      ],
      link: introPage,
    },
    client_ip_missing: {
      actor: 'developer',
      steps: [
        'Set clientIp to the public IPv4 address from which the server reaches the internet.',
      ],
      link: parametersPage,
    },
    ip_locked: {
      actor: 'provider',
      steps: [`Ask Namecheap's support why ${address} is disabled or locked.`],
      link: introPage,
    },
    not_authorized_for_account: {
      actor: 'account_owner',
      steps: [
        'Set userName to the same value as apiUser, or leave it out.',
        'To act for another account, let that account authorise the API user.',
      ],
      link: parametersPage,
    },
    too_many_requests: {
      actor: 'nobody',
      steps: [
        'Wait a minute; the call may be made again.',
        'If it happens often, see whether other programs use the same account: 20 a minute (50 for some accounts), 700 an hour and 8000 a day count together.',
      ],
      link: limitsPage,
    },
    insufficient_funds: {
      actor: 'account_owner',
      steps: [`Add money to the account in ${panel}.`, 'Order again with the same idempotencyKey.'],
      link: introPage,
    },
  };
}
