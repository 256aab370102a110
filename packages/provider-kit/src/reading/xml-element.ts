/** An XML element. Names are matched without regard to case or namespace prefix. */
export interface XmlElement {
  /** As written, without its namespace prefix. */
  readonly name: string;
  /** Its own text, without that of its children, trimmed; empty when there is none. */
  readonly text: string;
  /** The names of its attributes, in lower case; for the few who must hand on what they do not know. */
  readonly attributeNames: readonly string[];
  /** The names of its children, in lower case and each once. */
  readonly childNames: readonly string[];
  /** The one without a namespace prefix goes before those with one, of which the first is taken. */
  attribute(name: string): string | undefined;
  /** The first child of that name. */
  child(name: string): XmlElement | undefined;
  /** All children of that name, in order; empty when there is none. */
  children(name: string): readonly XmlElement[];
}
