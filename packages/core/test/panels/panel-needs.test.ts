import { describe, expect, it } from '@jest/globals';
import {
  operationNames,
  panelNeeds,
  panels,
  PortableRegistrar,
  type OperationName,
  type PanelNeed,
  type Registrar,
} from '@registrar-kit/core';
import { expectTypeOf } from 'expect-type';

const needs: readonly PanelNeed[] = panelNeeds;

describe('what panels need', () => {
  it('is carried out by operations of the contract', () => {
    expectTypeOf<(typeof panelNeeds)[number]['operations'][number]>().toExtend<OperationName>();
    expectTypeOf<(typeof panelNeeds)[number]['operations'][number]>().toExtend<keyof Registrar>();
    for (const { need, operations } of needs) {
      expect([need, operations.length > 0]).toEqual([need, true]);
      for (const operation of operations) {
        expect(operationNames).toContain(operation);
        const offered: unknown = Reflect.get(PortableRegistrar.prototype, operation);
        expect([operation, typeof offered]).toEqual([operation, 'function']);
      }
    }
  });

  it('is named once, with at least one function and something to know', () => {
    expect(new Set(needs.map(({ need }) => need)).size).toBe(needs.length);
    for (const { need, functions, know } of needs) {
      const names = Object.values(functions).flat();
      expect([need, names.length > 0, know.length > 0]).toEqual([need, true, true]);
      for (const panel of Object.keys(functions)) expect(panels).toContain(panel);
    }
  });
});
