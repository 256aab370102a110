import type { DnsRecord, InputIssue } from '@registrar-kit/core';
import { recordNames } from './record-names.js';

/** Words of EmailType for a mail service that sets records of its own. */
const services: ReadonlyMap<string, string> = new Map([
  ['FWD', 'e-mail forwarding'],
  ['OX', 'Private Email'],
  ['GMAIL', 'Gmail'],
]);
const words: ReadonlySet<string> = new Set(['NONE', 'MX', 'MXE', ...services.keys()]);

/** How the mail of a zone is set up before and after a change. */
export interface MailChange {
  /** `undefined` where the vendor stated none. */
  readonly before: string | undefined;
  readonly added: readonly DnsRecord[];
  readonly removed: readonly DnsRecord[];
  readonly target: readonly DnsRecord[];
}

/** What a write has to say of the zone's mail. */
export interface MailSetting {
  /** EmailType has to be sent with every write: without it the MX records go. */
  readonly emailType: string;
  /** Of the target, what is sent: the MX records that a mail service shows are its own, and it refuses them. */
  readonly sent: readonly DnsRecord[];
  readonly losses: readonly string[];
  readonly issues: readonly InputIssue[];
}

/**
 * MX records are kept only with EmailType MX and want one of them, an MXE record only with MXE and must be alone of its kind,
 * and the mail services take neither.
 */
export function mailSettingFor(change: MailChange): MailSetting {
  const { before, target } = change;
  if (before === undefined || !words.has(before)) return notUnderstood(before, target);
  const emailType = emailTypeAfter(before, change);
  const ofService = services.has(emailType);
  return {
    emailType,
    sent: ofService ? target.filter(({ type }) => type !== 'MX') : target,
    losses: lossesOf(before, emailType),
    issues: mixIssues(target),
  };
}

function emailTypeAfter(before: string, { added, removed, target }: MailChange): string {
  const has = (records: readonly DnsRecord[], type: DnsRecord['type']): boolean =>
    records.some((record) => record.type === type);
  const service = services.has(before);
  if (has(target, 'MXE')) return 'MXE';
  if (has(target, 'MX')) return service && !has(added, 'MX') && !has(removed, 'MX') ? before : 'MX';
  // Kept on, the service would set its records again.
  return service && !has(removed, 'MX') ? before : 'NONE';
}

function lossesOf(before: string, after: string): readonly string[] {
  if (before === after) return [];
  const service = services.get(before);
  if (service !== undefined) {
    return [
      `the domain loses its mail service ${service}: the mail setting (EmailType) changes from ${before} to ${after}`,
    ];
  }
  return after === 'NONE'
    ? [`no mail record is left: the mail setting (EmailType) becomes NONE`]
    : [];
}

function mixIssues(target: readonly DnsRecord[]): readonly InputIssue[] {
  const relays = target.filter(({ type }) => type === 'MXE');
  const exchanges = target.filter(({ type }) => type === 'MX');
  return [
    ...(relays.length > 0 && exchanges.length > 0
      ? [
          {
            path: recordNames(relays),
            problem: `cannot stand beside ${recordNames(exchanges)}: Namecheap keeps either MX records or one MXE record`,
            cure: 'remove the one or the other',
          },
        ]
      : []),
    ...(relays.length > 1
      ? [
          {
            path: recordNames(relays),
            problem: `is there ${relays.length} times, and Namecheap keeps exactly one MXE record`,
            cure: 'keep one of them',
          },
        ]
      : []),
  ];
}

function notUnderstood(word: string | undefined, target: readonly DnsRecord[]): MailSetting {
  const problem =
    word === undefined
      ? 'Namecheap states no mail setting (EmailType) for the zone, and a write without it takes the mail records away'
      : `the mail setting (EmailType) of the zone is ${word}, which Namecheap does not document`;
  return {
    emailType: word ?? '',
    sent: target,
    losses: [],
    issues: [{ path: 'records', problem, cure: 'choose the mail setting in the Namecheap panel' }],
  };
}
