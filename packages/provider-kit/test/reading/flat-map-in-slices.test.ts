import { describe, expect, it } from '@jest/globals';
import { flatMapInSlices } from '@registrar-kit/provider-kit';

describe('flatMapInSlices', () => {
  it('answers what flatMap does, in order and with the index', async () => {
    const items = Array.from({ length: 101 }, (_, index) => `item ${index}`);
    const map = (item: string, index: number): readonly string[] =>
      index % 3 === 0 ? [] : [item, String(index)];
    expect(await flatMapInSlices(items, map)).toEqual(items.flatMap(map));
    expect(await flatMapInSlices([], map)).toEqual([]);
  });

  it('takes items as they come, and no more of them than one slice at once', async () => {
    let taken = 0;
    function* items(): Generator<number, void> {
      while (taken < 1000) {
        taken += 1;
        yield taken;
      }
    }
    const seen: number[] = [];
    let working = true;
    const watch = (): void => {
      seen.push(taken);
      if (working) setImmediate(watch);
    };
    setImmediate(watch);
    await flatMapInSlices(items(), () => []);
    working = false;
    const steps = seen.map((count, index) => count - (seen[index - 1] ?? 0));
    expect(seen.length).toBeGreaterThanOrEqual(49);
    expect(Math.max(...steps)).toBeLessThanOrEqual(21);
  });

  it('maps a short list without waiting for a turn of the event loop', async () => {
    let turned = false;
    const turn = setImmediate(() => (turned = true));
    await flatMapInSlices(Array.from({ length: 20 }), () => [1]);
    clearImmediate(turn);
    expect(turned).toBe(false);
  });

  it('fails as its function does, also late', async () => {
    const map = (item: number): readonly number[] => {
      if (item === 90) throw new Error('the ninetieth');
      return [item];
    };
    const items = Array.from({ length: 100 }, (_, index) => index);
    await expect(flatMapInSlices(items, map)).rejects.toThrow('the ninetieth');
  });
});
