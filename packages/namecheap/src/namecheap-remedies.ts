import type { Environment, RemedyBook } from '@registrar-kit/core';

const introPage = 'https://www.namecheap.com/support/api/intro/';
const parametersPage = 'https://www.namecheap.com/support/api/global-parameters/';
const limitsPage = 'https://www.namecheap.com/support/knowledgebase/article.aspx/9739/63/';

/** What is known when a remedy is written down. */
export interface RemedyFacts {
  readonly environment: Environment;
  readonly clientIp: string;
  /** The address that the vendor says it saw. */
  readonly observedAddress: string | undefined;
}

/** What to do in Namecheap's own panel, with the address to allow spelled out. */
export function namecheapRemedies(facts: RemedyFacts): RemedyBook {
  const { environment, clientIp } = facts;
  const address = facts.observedAddress ?? clientIp;
  const panel = environment === 'test' ? 'the sandbox panel' : 'the Namecheap panel';
  const open = `Open Profile > Tools > API Access in ${panel}.`;
  const allow = `Add ${address} to the whitelisted IP addresses.`;
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
        ...(environment === 'live'
          ? [
              'If it is refused: the account needs 20 domains, a balance of USD 50, or USD 50 spent within two years.',
            ]
          : []),
      ],
      link: introPage,
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
