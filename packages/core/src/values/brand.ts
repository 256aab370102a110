declare const brand: unique symbol;

/** A string that has passed the parser of its name; plain text at run time and in JSON. */
export type Branded<Name extends string> = string & { readonly [brand]: Name };
