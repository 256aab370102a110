import path from 'node:path';
import ts from 'typescript';
import { readManifest } from './workspace.mjs';

const asStrictUsersDo: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: false,
  noEmit: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: ['node'],
};

/**
 * Checks the declarations themselves: a name in them that leads nowhere is an error for users who check their libraries, and
 * silently `any` for all others.
 */
export function findDeclarationFaults(folder: string): string[] {
  const offered = JSON.stringify(readManifest(folder).exports ?? {});
  const files = [...offered.matchAll(/"types":"([^"]+)"/g)].map(([, file = '']) =>
    path.join(folder, file),
  );
  const program = ts.createProgram(files, asStrictUsersDo);
  const built = path.join(folder, 'dist') + path.sep;
  return program
    .getSourceFiles()
    .filter(({ fileName }) => path.resolve(fileName).startsWith(built))
    .flatMap((file) => [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ])
    .map(({ file, start = 0, messageText }) => {
      const place = file?.getLineAndCharacterOfPosition(start);
      const name = file === undefined ? '' : path.relative(folder, file.fileName);
      const text = ts.flattenDiagnosticMessageText(messageText, ' ');
      return `declarations: ${name}:${String((place?.line ?? 0) + 1)} ${text}`;
    });
}
