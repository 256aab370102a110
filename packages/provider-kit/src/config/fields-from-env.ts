/**
 * The configuration fields that environment variables fill. A blank variable counts as not set; the texts themselves are checked
 * with the configuration.
 *
 * @param variables - the name of the variable for each field
 */
export function fieldsFromEnv(
  env: Readonly<Record<string, string | undefined>>,
  variables: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(variables).flatMap(([field, variable]) => {
      const text: unknown = env[variable];
      return typeof text !== 'string' || text.trim() === '' ? [] : [[field, text]];
    }),
  );
}
