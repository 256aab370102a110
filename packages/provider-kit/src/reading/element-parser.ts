import { Parser } from 'xml2js';
import { MOST_NAMES, tooManyNames } from './most-names.js';
import { elementNameOf, ParsedElement, type ElementName } from './parsed-element.js';

/** Characters that are read in one turn where a document is read in pieces: less than a millisecond's work, once it is compiled. */
const PIECE = 2500;

/** What xml2js hears of the parser below it. */
interface ParserEvents {
  /** Whether it counts lines and columns for its messages, which are never shown, and by that values of more than 64 KB. */
  trackPosition: boolean;
  onerror: (error: Error) => void;
  onopentag: (tag: {
    readonly name: string;
    readonly attributes: Readonly<Record<string, string>>;
  }) => void;
  onclosetag: () => void;
  ontext: (text: string) => void;
  oncdata: (text: string) => void;
}

/**
 * xml2js with elements of our own instead of its trees, which take longer to build than the document takes to be parsed, and
 * mix up data with the names of properties. It reads one document.
 *
 * What is used of xml2js beyond its documentation is `saxParser`, so it is pinned to a version.
 */
export class ElementParser extends Parser {
  declare saxParser: ParserEvents | undefined;
  /** The root, once it is read; `undefined` before the first reset. */
  declare root: ParsedElement | null | undefined;

  constructor(options: { readonly inPieces: boolean }) {
    super({ async: options.inPieces, chunkSize: PIECE, strict: true });
  }

  /** Called by the constructor of xml2js; what it calls it for afterwards, the next document, never comes. */
  override reset(): void {
    if (this.root !== undefined) return;
    super.reset();
    if (this.saxParser === undefined) throw new Error('xml2js has changed: it has no saxParser');
    this.root = null;
    buildElements(this.saxParser, (root) => {
      this.root = root;
    });
  }

  /**
   * What is thrown while a large document is read in pieces, by the parser at an attribute called `hasOwnProperty` or here, xml2js
   * emits as the name of an event, so that nobody would hear of it and the call would wait for ever.
   */
  override emit(event: unknown, ...details: unknown[]): boolean {
    return typeof event === 'string' ? super.emit(event, ...details) : super.emit('error', event);
  }
}

function buildElements(events: ParserEvents, finish: (root: ParsedElement) => void): void {
  const names = new Map<string, ElementName>();
  const open: ParsedElement[] = [];
  events.trackPosition = false;
  // Left to itself it goes on behind a fault, from one to the next, which in a hostile document takes it minutes.
  events.onerror = (error) => {
    throw error;
  };
  events.onopentag = ({ name, attributes }) => {
    const element = new ParsedElement(nameOf(name, names), attributes);
    open.at(-1)?.adopt(element);
    open.push(element);
  };
  events.onclosetag = () => {
    const element = open.pop();
    if (element !== undefined && open.length === 0) finish(element);
  };
  events.ontext = (text) => open.at(-1)?.append(text);
  events.oncdata = events.ontext;
}

/** A large document says few names very many times. */
function nameOf(written: string, names: Map<string, ElementName>): ElementName {
  const known = names.get(written);
  if (known !== undefined) return known;
  if (names.size === MOST_NAMES) throw tooManyNames();
  const name = elementNameOf(written);
  names.set(written, name);
  return name;
}
