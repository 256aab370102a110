type Given<Fields> = { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> };

/** The fields that have a value: what a vendor does not state is absent from an answer, not `undefined`. */
export function withoutUndefined<Fields extends object>(fields: Fields): Given<Fields> {
  const given: Partial<Fields> = {};
  for (const name of Object.keys(fields) as (keyof Fields)[])
    if (fields[name] !== undefined) given[name] = fields[name];
  return given as Given<Fields>;
}
