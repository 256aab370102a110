import {
  ProviderError,
  readDomainName,
  type AnyRegistrarError,
  type DomainName,
  type Effect,
  type UnexpectedResponseError,
} from '@registrar-kit/core';
import { emitDrift, readFields, type XmlElement } from '@registrar-kit/provider-kit';
import type * as z from 'zod';
import { toNamecheapError, type VendorError } from '../namecheap-errors.js';
import type { ReplyContext } from './reply-context.js';
import type { RowFields, RowSchema } from './row-schema.js';
import { toUnreadable } from './to-unreadable.js';

/** A reply whose envelope is in order, with the tools to read what is in it. */
export class NamecheapReply {
  /** Empty, unless the caller tolerates them. */
  readonly errors: readonly VendorError[];
  readonly #response: XmlElement;
  readonly #context: ReplyContext;

  constructor(response: XmlElement, errors: readonly VendorError[], context: ReplyContext) {
    this.#response = response;
    this.errors = errors;
    this.#context = context;
  }

  /** All that the command answered, for raw calls. */
  get response(): XmlElement {
    return this.#response;
  }

  /** The result element. @throws UnexpectedResponseError when it is missing. */
  result(name: string): XmlElement {
    const element = this.#response.child(name);
    if (element === undefined) throw this.#missing(name);
    return element;
  }

  /**
   * The result element of an answer of which something is written back: the only one, and about the domain that was asked for.
   *
   * @throws UnexpectedResponseError otherwise
   */
  resultAbout(domain: DomainName, name: string): XmlElement {
    const element = this.result(name);
    if (this.results(name).length > 1) throw this.unexpected(`the answer has ${name} twice`);
    const named = element.attribute('Domain') ?? element.attribute('DomainName') ?? '';
    const reading = readDomainName(named);
    if (reading.ok && reading.domain !== domain)
      throw this.unexpected('the answer is about another domain');
    return element;
  }

  /** The result elements of that name; none where the vendor left them out. */
  results(name: string): readonly XmlElement[] {
    return this.#response.children(name);
  }

  /** A part of an element, where the vendor sent it. */
  part(name: string): XmlElement | undefined {
    return this.#response.child(name);
  }

  /** Fields without which the answer means nothing. @throws UnexpectedResponseError when one is missing or mistyped. */
  required<Shape extends z.ZodRawShape>(
    element: XmlElement,
    schema: z.ZodObject<Shape>,
    path = element.name,
  ): z.output<z.ZodObject<Shape>> {
    const fields = this.tryRequired(element, schema, path);
    if (fields === undefined) throw this.unexpected(`${path} lacks a field that is documented`);
    return fields;
  }

  /** The same for one row of a list, which does without the row rather than without the list. */
  tryRequired<Shape extends z.ZodRawShape>(
    element: XmlElement,
    schema: z.ZodObject<Shape>,
    path = element.name,
  ): z.output<z.ZodObject<Shape>> | undefined {
    const reading = readFields(element, schema);
    if (reading.ok) return reading.value;
    for (const issue of reading.issues) this.drift(joined(path, issue.path), issue.problem);
    return undefined;
  }

  /** Fields that may be missing. One that is there and mistyped is reported as drift and left out. */
  optional<Shape extends z.ZodRawShape>(
    element: XmlElement | undefined,
    schema: z.ZodObject<Shape>,
    path = element?.name ?? '',
  ): Partial<z.output<z.ZodObject<Shape>>> {
    if (element === undefined) return {};
    const lenient = lenientOf(schema);
    const reading = readFields(element, lenient);
    if (reading.ok) return reading.value as Partial<z.output<z.ZodObject<Shape>>>;
    const mistyped = new Set(reading.issues.map((issue) => issue.path));
    for (const issue of reading.issues) {
      this.drift(joined(path, issue.path), issue.problem, element.attribute(issue.path));
    }
    const readable = Object.keys(schema.shape).filter((key) => !mistyped.has(key));
    const mask = Object.fromEntries(readable.map((key) => [key, true]));
    const rest = readFields(element, lenient.pick(mask as never));
    return rest.ok ? (rest.value as Partial<z.output<z.ZodObject<Shape>>>) : {};
  }

  /** One row of a list. Of one that lacks what it must have nothing is read; it is reported as drift, as is what is mistyped. */
  row<Must extends z.ZodRawShape, May extends z.ZodRawShape>(
    element: XmlElement,
    { must, may, whole }: RowSchema<Must, May>,
    path: string,
  ): RowFields<Must, May> | undefined {
    const reading = readFields(element, whole);
    if (reading.ok) return reading.value as RowFields<Must, May>;
    const required = this.tryRequired(element, must, path);
    return required === undefined
      ? undefined
      : { ...required, ...this.optional(element, may, path) };
  }

  /** Reports that the answer departs from what is documented. */
  drift(path: string, note: string, sample?: string): void {
    const { call, command, redact, confidential } = this.#context;
    // An answer that holds contacts may hold them in the wrong field as well.
    const shown = confidential === true ? undefined : sample;
    emitDrift(call, { target: command, path, note, sample: shown }, redact);
  }

  /** The answer cannot be used as it is. */
  unexpected(detail: string): UnexpectedResponseError {
    return toUnreadable({ kind: 'wrong_shape', detail }, this.#context);
  }

  /** The vendor's words as a message may quote them: without secrets, on one line and bounded. */
  quotable(text: string): string {
    return this.#context.redact(text).replace(/\s+/g, ' ').trim().slice(0, 200);
  }

  /** Status OK beside a result that says no. */
  refused(detail: string, effect: Effect): ProviderError {
    const { call, reply } = this.#context;
    return new ProviderError({
      ...call.origin,
      detail,
      effect,
      vendor: { httpStatus: reply.status },
    });
  }

  /** What the vendor says of one name inside an answer that is fine as a whole. */
  errorOf(error: VendorError, domain: DomainName): AnyRegistrarError {
    const { call } = this.#context;
    const origin = { ...call.origin, domain };
    return toNamecheapError([error], { ...this.#context, call: { ...call, origin } });
  }

  /** The answer says two things of one name. */
  contradiction(domain: DomainName): ProviderError {
    const { call, reply } = this.#context;
    return new ProviderError({
      ...call.origin,
      domain,
      detail: 'Namecheap answered twice for the name, and not the same; try again later',
      vendor: { httpStatus: reply.status },
      transient: true,
    });
  }

  #missing(name: string): UnexpectedResponseError {
    this.drift(name, 'the result element is missing');
    return this.unexpected(`the answer has no ${name}`);
  }
}

function joined(path: string, field: string): string {
  return field === '' ? path : `${path}.${field}`;
}

const lenientSchemas = new WeakMap<z.ZodObject, z.ZodObject>();

/** The same with every field optional, made once: to make and compile one costs far more than to read an element with it. */
function lenientOf(schema: z.ZodObject): z.ZodObject {
  const made = lenientSchemas.get(schema);
  if (made !== undefined) return made;
  const lenient = schema.partial();
  lenientSchemas.set(schema, lenient);
  return lenient;
}
