import type { CalendarDate, DomainName, Nameserver } from '@registrar-kit/core';

/** A value as tests write it: names and dates are plain text, and are parsed. */
export type Unbranded<Value> = Value extends DomainName | CalendarDate | Nameserver
  ? string
  : Value extends readonly (infer Item)[]
    ? readonly Unbranded<Item>[]
    : Value;

/** What a built value is to have instead of what is filled in. */
export type Departure<Value> = { readonly [Field in keyof Value]?: Unbranded<Value[Field]> };
