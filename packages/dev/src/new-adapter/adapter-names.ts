/** A provider's name in every form in which code spells it. */
export interface AdapterNames {
  /** The provider's id and the name of files, such as `harbour-names`. */
  readonly kebab: string;
  readonly camel: string;
  readonly pascal: string;
  /** The beginning of environment variables. */
  readonly capitals: string;
  /** For people. */
  readonly title: string;
}

export function adapterNames(kebab: string): AdapterNames {
  const words = kebab.split('-');
  const capitalised = words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1));
  const pascal = capitalised.join('');
  return {
    kebab,
    pascal,
    camel: pascal.slice(0, 1).toLowerCase() + pascal.slice(1),
    capitals: words.join('_').toUpperCase(),
    title: capitalised.join(' '),
  };
}

const template = adapterNames('template-names');

/** Puts a name wherever the template has its own. */
export function renamed(text: string, names: AdapterNames): string {
  return (Object.keys(template) as (keyof AdapterNames)[]).reduce(
    (result, form) => result.replaceAll(template[form], names[form]),
    text,
  );
}
