import nock from 'nock';
import { errorBody, okBody, sandbox } from './namecheap-wire.js';

/** A host record as the server keeps it. */
export interface StoredHost {
  readonly name: string;
  readonly type: string;
  readonly address: string;
  readonly ttl: string;
  readonly mxPref?: string;
  /** Attributes that no write can carry. */
  readonly marks?: Readonly<Record<string, string>>;
}

const hostTargets = new Set(['CNAME', 'MX', 'NS', 'ALIAS']);
const types = new Set([
  ...['A', 'AAAA', 'ALIAS', 'CAA', 'CNAME', 'MX', 'MXE', 'NS', 'TXT', 'URL', 'URL301', 'FRAME'],
]);

/**
 * One zone behind getHosts and setHosts, kept as the reference tells of the vendor: a write replaces everything, MX records
 * stay with EmailType MX only and an MXE record with MXE only, targets get a dot, ids and labels are new each time.
 */
export class ZoneServer {
  hosts: readonly StoredHost[];
  emailType: string;
  usesOurDns = true;
  /** Every request, in order, without the global parameters. */
  readonly sent: Readonly<Record<string, string>>[] = [];
  #nextId = 746_000;

  constructor(hosts: readonly StoredHost[], emailType = 'NONE') {
    this.hosts = hosts;
    this.emailType = emailType;
    nock(sandbox)
      .persist()
      .post('/xml.response')
      .reply(
        200,
        (_uri, body) =>
          this.#answer(
            new URLSearchParams(typeof body === 'string' ? body : (body as Record<string, string>)),
          ),
        {
          'content-type': 'text/xml; charset=utf-8',
        },
      );
  }

  /** The commands that were sent, such as `getHosts setHosts`. */
  get commands(): string {
    return this.sent.map(({ Command = '' }) => Command.split('.').pop()).join(' ');
  }

  #answer(form: URLSearchParams): string {
    const { ApiUser, ApiKey, UserName, ClientIp, ...parameters } = Object.fromEntries(form);
    if ([ApiUser, ApiKey, UserName, ClientIp].includes(undefined))
      return errorBody([['1010101', 'Parameter is missing']]);
    this.sent.push(parameters);
    if (parameters['Command'] === 'namecheap.domains.dns.getHosts') return this.body();
    if (parameters['Command'] === 'namecheap.domains.dns.setHosts') return this.#set(parameters);
    return errorBody([['4', 'Parameter Command is Invalid']]);
  }

  /** The answer of getHosts, in the spelling of production. */
  body(): string {
    const rows = this.hosts.map(({ name, type, address, ttl, mxPref = '10', marks }) => {
      this.#nextId += 1;
      const attributes = {
        HostId: String(this.#nextId),
        Name: name,
        Type: type,
        Address: address,
        MXPref: mxPref,
        TTL: ttl,
        AssociatedAppTitle: '',
        FriendlyName: '',
        IsActive: 'true',
        IsDDNSEnabled: 'false',
        ...marks,
      };
      return `      <host ${toAttributes(attributes)} />\r\n`;
    });
    return okBody(
      `<DomainDNSGetHostsResult Domain="example.com" EmailType="${this.emailType}" IsUsingOurDNS="${this.usesOurDns}">\r\n${rows.join('')}</DomainDNSGetHostsResult>`,
    );
  }

  #set(parameters: Readonly<Record<string, string>>): string {
    const { EmailType: emailType } = parameters;
    const count = Object.keys(parameters).filter((name) => /^HostName\d+$/.test(name)).length;
    if (count > 150) return errorBody([['4013288', 'Too many records']]);
    const hosts = Array.from({ length: count }, (_, index): StoredHost | undefined => {
      const at = (name: string): string | undefined => parameters[`${name}${index + 1}`];
      const [name, type, address] = [at('HostName'), at('RecordType'), at('Address')];
      if (name === undefined || type === undefined || address === undefined || !types.has(type))
        return undefined;
      const mxPref = at('MXPref');
      return {
        name: type === 'MXE' && name === '@' ? 'example.com' : name,
        type,
        address: hostTargets.has(type) ? `${address}.` : address,
        ttl: at('TTL') ?? '1800',
        ...(mxPref === undefined ? {} : { mxPref }),
      };
    });
    const kept = hosts.filter((host) => host !== undefined);
    if (emailType === undefined || kept.length < hosts.length)
      return errorBody([['5050900', 'Object reference not set to an instance of an object.']]);
    this.emailType = emailType;
    this.hosts = kept
      .filter(({ type }) => type !== 'MX' || emailType === 'MX')
      .filter(({ type }) => type !== 'MXE' || emailType === 'MXE');
    return okBody(
      '<DomainDNSSetHostsResult Domain="example.com" IsSuccess="true"><Warnings /></DomainDNSSetHostsResult>',
    );
  }
}

function toAttributes(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => `${name}="${escaped(value)}"`)
    .join(' ');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
