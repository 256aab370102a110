import type { XmlNode } from './xml-writer.js';

/** What the vendor's pages spell otherwise than its live answers. */
interface Respelling {
  readonly element?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly values?: Readonly<Record<string, (value: string) => string>>;
}

const upper = (value: string): string => value.toUpperCase();
const lower = (value: string): string => value.toLowerCase();
const capital = (value: string): string => `${value.slice(0, 1).toUpperCase()}${value.slice(1)}`;

const respellings: Readonly<Record<string, Respelling>> = {
  host: { element: 'Host', attributes: { HostId: 'HostID' } },
  List: { attributes: { AddressId: 'AddressID' } },
  Tld: { attributes: { NonRealTime: 'NonRealTimeDomain' } },
  Transfer: { attributes: { ID: 'TransferID' } },
  Whoisguard: { values: { Status: lower } },
  ProductType: { values: { Name: upper } },
  ProductCategory: { values: { Name: upper } },
  Product: { values: { Name: upper } },
  Price: { attributes: { PromotionPrice: 'CouponPrice' } },
  DomainGetRegistrarLockResult: { values: { RegistrarLockStatus: capital } },
};

/** An answer with the names and words of the vendor's pages. */
export function inDocumentedSpelling(node: XmlNode): XmlNode {
  const { element = node.name, attributes = {}, values = {} } = respellings[node.name] ?? {};
  const written = Object.entries(node.attributes ?? {}).map(([name, value]) => {
    const spell = values[name];
    const text = value === undefined || spell === undefined ? value : spell(value);
    return [attributes[name] ?? name, text] as const;
  });
  return {
    ...node,
    name: element,
    attributes: Object.fromEntries(written),
    children: (node.children ?? []).map((child) => child && inDocumentedSpelling(child)),
  };
}
