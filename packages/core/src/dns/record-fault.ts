/** What is wrong with a text, and what to do. */
export interface Fault {
  readonly problem: string;
  readonly cure: string;
}

/** What is wrong with one field of a record. */
export interface RecordFault extends Fault {
  readonly field: 'type' | 'name' | 'value' | 'ttlSeconds' | 'priority';
}

/** A text in its one form. With a fault it breaks a rule and stands as near to that form as can be. */
export interface TextReading {
  readonly text: string;
  readonly fault?: Fault;
}

/** A text that breaks a rule. */
export function faulty(text: string, problem: string, cure: string): TextReading {
  return { text, fault: { problem, cure } };
}
