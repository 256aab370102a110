import type { DnsRecord, InputIssue, ZoneChange, ZoneObjections } from '@registrar-kit/core';
import { isWritable } from './host-row.js';
import { mailSettingFor } from './mail-setting.js';
import { recordName, recordNames } from './record-names.js';

/** https://www.namecheap.com/support/knowledgebase/article.aspx/10058/ */
export const maxRecords = 150;

/** What of a change has to be known to judge it. */
export type ZoneEdit = Pick<ZoneChange, 'before' | 'added' | 'removed' | 'target'>;

/** The key under which the mail setting stands among a zone's settings: the vendor's own word. */
export const mailSettingKey = 'EmailType';

/** The mail setting that a change asks for. */
export function mailSettingOf({
  before,
  added,
  removed,
  target,
}: ZoneEdit): ReturnType<typeof mailSettingFor> {
  return mailSettingFor({ before: before.settings?.[mailSettingKey], added, removed, target });
}

/** Why Namecheap cannot write a change, and what the write would lose. */
export function objectionsTo(edit: ZoneEdit): ZoneObjections {
  const { before, added, removed, target } = edit;
  // Nothing is written then, so that nothing can be lost.
  if (added.length === 0 && removed.length === 0) return { losses: [], issues: [] };
  const mail = mailSettingOf(edit);
  return {
    losses: [...mail.losses, ...quoteLosses(added)],
    issues: [
      ...emptyIssues(before.records, target),
      ...countIssues(mail.sent),
      ...target.flatMap(typeIssues),
      ...added.flatMap(valueIssues),
      ...mail.issues,
    ],
  };
}

/** An empty reading could be a failed one, and what an empty write does is not documented. */
function emptyIssues(
  before: readonly DnsRecord[],
  target: readonly DnsRecord[],
): readonly InputIssue[] {
  if (before.length === 0) {
    return [
      {
        path: 'records',
        problem:
          'Namecheap shows no record at all for this domain, which cannot be told from a failed reading',
        cure: 'add a first record in the Namecheap panel and plan again',
      },
    ];
  }
  if (target.length > 0) return [];
  return [
    {
      path: 'records',
      problem: 'none would be left, and what Namecheap does then is not documented',
      cure: 'keep one record at least, or empty the zone in the Namecheap panel',
    },
  ];
}

function countIssues(sent: readonly DnsRecord[]): readonly InputIssue[] {
  if (sent.length <= maxRecords) return [];
  const problem = `there would be ${sent.length}, and Namecheap takes ${maxRecords}`;
  return [{ path: 'records', problem, cure: `remove ${sent.length - maxRecords} at least` }];
}

/** Of kept records too: any write would take away what it cannot carry. */
function typeIssues(record: DnsRecord): readonly InputIssue[] {
  if (isWritable(record.type)) return [];
  const problem =
    record.type === 'SRV'
      ? 'SRV records have commands of their own, which Namecheap does not document'
      : `Namecheap's API cannot write ${record.type} records`;
  return [{ path: recordName(record), problem, cure: 'set it in the Namecheap panel' }];
}

/** The vendor's own rules for new records; what is there was taken once and is sent as it stands. */
function valueIssues(record: DnsRecord): readonly InputIssue[] {
  const { type, name, priority = 0 } = record;
  if (type === 'NS' && (name === '@' || name === '*')) {
    return [
      {
        path: recordName(record),
        problem: `Namecheap takes no NS record for ${name}`,
        cure: 'use setNameservers to change where the domain is served',
      },
    ];
  }
  if (type === 'MX' && priority > 255) {
    const problem = `the priority is ${priority}, and Namecheap takes 255 at most`;
    return [{ path: recordName(record), problem, cure: 'give a smaller one' }];
  }
  return [];
}

/** Sent as they are, and compared when the zone is read back. */
function quoteLosses(added: readonly DnsRecord[]): readonly string[] {
  const quoted = added.filter(({ type, value }) => type === 'TXT' && value.includes('"'));
  if (quoted.length === 0) return [];
  return [
    `${recordNames(quoted)} may lose the double quotes in the text, which Namecheap is not known to keep reliably`,
  ];
}
