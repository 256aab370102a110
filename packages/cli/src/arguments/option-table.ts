import type { ParseArgsConfig } from 'node:util';

interface OptionSpec {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  readonly multiple?: boolean;
  /** What stands for the value in help. */
  readonly value?: string;
  readonly help: string;
}

/** Every option of every command. One name means the same everywhere. */
export const optionTable = {
  provider: {
    type: 'string',
    value: 'id',
    help: 'namecheap or domain-name-api; comes before the one in the configuration',
  },
  registrar: {
    type: 'string',
    value: 'name',
    help: 'one of several accounts in the configuration (default: the one that its routes choose)',
  },
  config: {
    type: 'string',
    value: 'file',
    help: 'configuration file (default: ./registrar.config.json where there is one)',
  },
  environment: {
    type: 'string',
    value: 'test|live',
    help: 'comes before the one in the configuration',
  },
  simulate: { type: 'boolean', help: 'use the embedded simulator, whatever is configured' },
  json: { type: 'boolean', help: 'one JSON document on standard output, errors included' },
  help: { type: 'boolean', short: 'h', help: 'show this' },
  version: { type: 'boolean', short: 'v', help: 'show the version' },
  file: {
    type: 'string',
    value: 'file',
    help: 'read names from a file, one a line, or the change of a zone as JSON; - is standard input',
  },
  csv: { type: 'boolean', help: 'comma-separated values, with a header' },
  jsonl: { type: 'boolean', help: 'one JSON object a line, each as soon as it is known' },
  resume: {
    type: 'boolean',
    help: 'go on where an earlier run of the same list has ended; what is printed is complete',
  },
  years: { type: 'string', value: 'n', help: 'whole years, 1 to 10 (default: 1)' },
  contacts: {
    type: 'string',
    value: 'file.json',
    help: 'contacts of the domain, the registrant at least',
  },
  nameservers: {
    type: 'string',
    multiple: true,
    value: 'a,b',
    help: "name servers, with commas between them (default: the registrar's own)",
  },
  privacy: { type: 'boolean', help: 'hide the contacts from the public' },
  'no-privacy': { type: 'boolean', help: 'publish the contacts' },
  lock: { type: 'boolean', help: 'lock the domain against transfers' },
  'no-lock': { type: 'boolean', help: 'leave the domain unlocked' },
  'max-price': {
    type: 'string',
    value: '12.50',
    help: 'agree to any price up to this, for all years together',
  },
  currency: {
    type: 'string',
    value: 'USD',
    help: 'currency of --max-price (default: the one of the price)',
  },
  listed: {
    type: 'boolean',
    help: 'agree to the standard price, whatever it is; never covers premium names',
  },
  'dry-run': { type: 'boolean', help: 'do everything but the purchase' },
  'idempotency-key': {
    type: 'string',
    value: 'text',
    help: 'names the order, so that it is never bought twice',
  },
  expires: {
    type: 'string',
    value: 'YYYY-MM-DD',
    help: 'the expiry that you know; another one stops the renewal (default: read now)',
  },
  search: { type: 'string', value: 'text', help: 'only names that contain this' },
  limit: { type: 'string', value: 'n', help: 'stop after n rows' },
  operation: {
    type: 'string',
    multiple: true,
    value: 'a,b',
    help: 'only these: register, renew, transfer, restore',
  },
  'other-environment': {
    type: 'boolean',
    help: 'also try the same credentials in the other environment, with one read, where they are refused',
  },
  'other-base-url': {
    type: 'string',
    value: 'url',
    help: 'where the other environment is, if baseUrl is configured; permits the read too',
  },
  echo: {
    type: 'string',
    multiple: true,
    value: 'url',
    help: 'a service that answers with the address it is asked from (default: three public ones)',
  },
  'no-echo': { type: 'boolean', help: 'ask nobody for the outgoing address' },
  entry: { type: 'string', value: 'n', help: 'which entry of a HAR file, counted from 1' },
  'auth-code-file': {
    type: 'string',
    value: 'file',
    help: 'read the auth code from a file with nothing else in it; - is standard input',
  },
  reveal: { type: 'boolean', help: 'print the secret' },
  set: {
    type: 'string',
    value: 'file.json',
    help: 'replace the roles that this file holds; the others stay as they are',
  },
  tld: { type: 'string', value: 'ending', help: 'what can be done for this ending' },
  status: { type: 'string', value: 'pending|done|failed', help: 'only transfers that stand so' },
  timeout: {
    type: 'string',
    value: 'seconds',
    help: 'stop waiting after this long (default: wait until it is settled)',
  },
  add: {
    type: 'string',
    multiple: true,
    value: 'record',
    help: 'a record to add, as in a zone file: "name [ttl] type [priority] value"',
  },
  remove: {
    type: 'string',
    multiple: true,
    value: 'record',
    help: 'a record to remove, written in the same way; without a value all of the name and type',
  },
  out: { type: 'string', value: 'plan.json', help: 'write the plan to this file' },
  plan: {
    type: 'string',
    value: 'plan.json',
    help: 'the plan that "records plan --out" wrote; - is standard input',
  },
  yes: { type: 'boolean', help: 'do it without asking' },
  reset: { type: 'boolean', help: "go back to the registrar's own name servers" },
  rename: { type: 'string', value: 'host', help: 'a new name for the host' },
  frame: { type: 'boolean', help: 'show the other site under the old address' },
  port: { type: 'string', value: 'n', help: 'port on 127.0.0.1 (default: a free one)' },
  state: { type: 'string', value: 'file', help: 'keep the simulated world in this file' },
} as const satisfies Record<string, OptionSpec> & ParseArgsConfig['options'];

export type OptionName = keyof typeof optionTable;

/** Options that every command takes which talks to a registrar. */
export const connectionOptions = [
  'provider',
  'registrar',
  'config',
  'environment',
  'simulate',
] as const satisfies readonly OptionName[];

/** Options that every command takes. */
export const commonOptions = ['json', 'help'] as const satisfies readonly OptionName[];
