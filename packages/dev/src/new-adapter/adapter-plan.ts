import path from 'node:path';
import { adapterNames, type AdapterNames } from './adapter-names.js';

/** What is to be written where. */
export interface AdapterPlan {
  readonly names: AdapterNames;
  /** `package`: published, under packages/. `example`: a private program with the adapter in it, under examples/. */
  readonly kind: 'package' | 'example';
  /** From the root of the workspace, with slashes. */
  readonly folder: string;
  /** The name in its manifest. */
  readonly packageName: string;
}

/** What cannot be planned, in a sentence for whoever typed it. */
export class PlanError extends Error {
  override readonly name = 'PlanError';
}

const usage =
  'usage: npm run new-adapter -- <name> [--folder packages/<name> | --folder examples/<folder>]';

/** Reads the arguments of the command. @throws PlanError */
export function planAdapter(args: readonly string[]): AdapterPlan {
  const { name, folder } = readArguments(args);
  const names = adapterNames(checkedName(name));
  const given = folder?.replaceAll(path.sep, '/').replace(/^\.\/|\/+$/g, '');
  const target = given ?? `packages/${name}`;
  const [, parent, last = ''] = /^(packages|examples)\/([^/]+)$/.exec(target) ?? [];
  if (parent === undefined)
    throw new PlanError(
      `"${target}" is no folder of this workspace for a package: give packages/${name}, or a folder under examples/`,
    );
  if (parent === 'packages') {
    if (last !== name)
      throw new PlanError(`a package lies in a folder of its own name: give packages/${name}`);
    return { names, kind: 'package', folder: target, packageName: `@registrar-kit/${name}` };
  }
  if (!wellFormed.test(last)) throw new PlanError(`"${last}" ${form}`);
  return { names, kind: 'example', folder: target, packageName: `example-${last}` };
}

function readArguments(args: readonly string[]): {
  readonly name: string;
  readonly folder: string | undefined;
} {
  const [name, ...rest] = args;
  if (name === undefined || name.startsWith('-')) throw new PlanError(usage);
  if (rest.length === 0) return { name, folder: undefined };
  const [option = '', value] = rest.length === 1 ? (rest[0] ?? '').split('=') : rest;
  if (option !== '--folder' || value === undefined || value === '' || rest.length > 2)
    throw new PlanError(`${rest.join(' ')}: not understood; ${usage}`);
  return { name, folder: value };
}

const wellFormed = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const form = 'is not in kebab-case: lower case letters and digits, words joined by hyphens';

// A class and a constant are called by the name, so that it must not mean anything in the language or in the template.
const reserved =
  /^(?:await|break|case|catch|class|const|continue|debugger|default|delete|do|else|enum|export|extends|false|finally|for|function|if|implements|import|in|instanceof|interface|let|new|null|package|private|protected|public|registrar|return|static|super|switch|this|throw|true|try|typeof|var|void|while|with|yield|template-names)$/;

function checkedName(name: string): string {
  if (!wellFormed.test(name)) throw new PlanError(`"${name}" ${form}`);
  if (name.length > 40) throw new PlanError(`"${name}" is longer than 40 characters`);
  if (reserved.test(name)) throw new PlanError(`"${name}" cannot be the name of an adapter`);
  return name;
}
