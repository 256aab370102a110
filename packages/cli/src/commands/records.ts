import { toUnicodeDomain } from '@registrar-kit/core';
import { connectionOptions } from '../arguments/option-table.js';
import { readVerb } from '../arguments/read-verb.js';
import { refuseOptions } from '../arguments/refuse-options.js';
import { noWords, oneName } from '../input/one-name.js';
import { simulatedColumn } from '../output/simulated-column.js';
import { applyPlan } from '../records/apply-plan.js';
import { planChange } from '../records/plan-change.js';
import { recordColumns } from '../records/record-columns.js';
import { showRowsOf } from '../session/show.js';
import type { Command } from './command.js';

const planOptions = ['add', 'remove', 'file', 'out'] as const;
const applyOptions = ['plan', 'yes'] as const;

/** `registrar records`. */
export const records: Command = {
  name: 'records',
  summary: 'show or change the DNS records of a domain',
  usage: [
    'records [list] <name>',
    'records plan <name> [--add <record>]... [--remove <record>]... [--out <plan.json>]',
    'records plan <name> --file <change.json> [--out <plan.json>]',
    'records apply --plan <plan.json> [--yes]',
  ],
  about: [
    'plan reads the zone and shows the exact difference that a change makes, and what the registrar cannot carry over; it writes nothing. apply shows the plan again, asks on a terminal (elsewhere --yes is needed), and writes it only when the zone still is as it was: else the exit code is 6, and the plan has to be made anew. It then reads what stands.',
    'Records are written as in zone files: "www A 192.0.2.1", "www 300 A 192.0.2.1", "@ MX 10 mail.example.net", "@ TXT v=spf1 -all". Quotes around the text of a TXT record do not belong to it.',
    'The file holds { "add": [...], "remove": [...] } or { "replaceAll": [...] }, each record as { "type", "name", "value", "ttlSeconds", "priority" }. What records --json printed can be given as it is: the zone that should stand again.',
  ],
  options: [...connectionOptions, ...planOptions, ...applyOptions],
  examples: [
    'registrar records demo-bakery.com',
    'registrar records plan example.com --file zone.json --out plan.json',
    'registrar records apply --plan plan.json',
  ],
  async run({ words, values }, session) {
    const { verb = 'list', rest } = readVerb(words, ['list', 'plan', 'apply'], 'records');
    const use = `records ${verb}`;
    if (verb !== 'plan') refuseOptions(values, planOptions, use);
    if (verb !== 'apply') refuseOptions(values, applyOptions, use);
    if (verb === 'apply') {
      noWords(rest, use);
      return applyPlan(values, session);
    }
    const domain = oneName(rest, use);
    if (verb === 'plan') return planChange(domain, values, session);
    const registrar = await session.connect('read', { domain });
    const found = await registrar.listRecords({ domain }, session.callOptions);
    const whenNone = `the zone of ${toUnicodeDomain(found.domain)} holds no records`;
    const columns = [...recordColumns, simulatedColumn];
    return showRowsOf(found, found.records, columns, whenNone, session);
  },
};
