import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findDeclarationFaults } from '../src/package-declarations.js';

describe('findDeclarationFaults', () => {
  let folder: string;
  const declare = (text: string): void =>
    writeFileSync(path.join(folder, 'dist', 'index.d.ts'), text);

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'registrar-kit-declarations-'));
    mkdirSync(path.join(folder, 'dist'));
    const types = './dist/index.d.ts';
    const manifest = { name: 'a-package', type: 'module', exports: { '.': { types } } };
    writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('finds nothing in sound declarations', () => {
    declare('export declare const table: { readonly support: "supported" };\n');
    expect(findDeclarationFaults(folder)).toEqual([]);
  });

  it('finds a name that leads nowhere', () => {
    declare('export declare const table: CapabilityTable;\n');
    expect(findDeclarationFaults(folder)).toEqual([
      "declarations: dist/index.d.ts:1 Cannot find name 'CapabilityTable'.",
    ]);
  });
});
