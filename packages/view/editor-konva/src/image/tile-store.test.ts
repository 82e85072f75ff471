import { beforeEach, describe, expect, test } from 'vitest';
import type { TilePixels } from './image-source.ts';
import type { TilePlace } from './tile-plan.ts';
import { createTileStore, type TileStore } from './tile-store.ts';

const place = (column: number, level = 0): TilePlace => ({ level, column, row: 0 });

let asked: { column: number; signal: AbortSignal; come: () => void; fail: () => void }[];
let released: number[];
let waits: { ms: number; work: () => void }[];
let store: TileStore;

const tileOf = (column: number) => ({ width: column }) as TilePixels;

beforeEach(() => {
  asked = [];
  released = [];
  waits = [];
  store = createTileStore({
    load: (_, column, __, signal) =>
      new Promise((resolve, reject) => {
        const come = () => resolve(tileOf(column));
        asked.push({ column, signal, come, fail: () => reject(new Error('unreachable')) });
      }),
    release: ({ width }) => released.push(width),
    later: (work, ms) => {
      const wait = { ms, work };
      waits.push(wait);
      return () => {
        waits = waits.filter((each) => each !== wait);
      };
    },
  });
});

/** Until what was settled has been heard of. */
const heard = () => new Promise((resolve) => setImmediate(resolve));
/** Lets the time pass that is waited before anything is asked for again. */
function pass(): void {
  const over = waits;
  waits = [];
  for (const { work } of over) work();
}
const columns = () => asked.map(({ column }) => column);

async function answer(column: number, how: 'come' | 'fail' = 'come') {
  const waiting = asked.findLast((each) => each.column === column && !each.signal.aborted);
  waiting?.[how]();
  await heard();
}

describe('a tile store', () => {
  test('asks for the most urgent tiles first, some at a time', async () => {
    store.want([3, 1, 4, 15, 9, 2, 6].map((column) => place(column)));
    expect(columns()).toEqual([3, 1, 4, 15, 9, 2]);
    await answer(4);
    expect(columns().at(-1)).toBe(6);
    expect(store.get(place(4))).toEqual(tileOf(4));
    expect(store.get(place(3))).toBeUndefined();
  });

  test('gives up what is wanted no more, and asks for what is wanted now before all else', async () => {
    store.want([1, 2, 3, 4, 5, 6, 7].map((column) => place(column)));
    store.want([place(20), place(2)]);
    expect(asked.filter(({ signal }) => signal.aborted).map(({ column }) => column)).toEqual([1, 3, 4, 5, 6]);
    expect(columns().slice(6)).toEqual([20]);
    asked[0]!.come();
    await heard();
    expect(store.get(place(1))).toBeUndefined();
  });

  test('is complete when all has come, and asks for nothing twice', async () => {
    store.want([place(1), place(2)]);
    await answer(1);
    expect(store.isComplete()).toBe(false);
    await answer(2);
    expect(store.isComplete()).toBe(true);
    store.want([place(2), place(1)]);
    expect(columns()).toEqual([1, 2]);
  });

  test('closes what comes after it was given up', async () => {
    store.want([place(1), place(2)]);
    store.want([place(2)]);
    asked[0]!.come();
    store.stop();
    asked[1]!.come();
    await heard();
    expect(released).toEqual([1, 2]);
  });

  test('asks again for a tile that could not be had, later and later, and is complete without it meanwhile', async () => {
    store.want([place(1)]);
    const waited: number[] = [];
    for (const _ of [1, 2, 3]) {
      expect(store.isComplete()).toBe(false);
      pass();
      await answer(1, 'fail');
      waited.push(...waits.map(({ ms }) => ms));
    }
    expect(columns()).toEqual([1, 1, 1]);
    expect(waited).toEqual([500, 1000, 2000]);
    expect([store.isComplete(), store.isLost(), store.isSeen()]).toEqual([true, true, false]);
    for (const _ of Array.from({ length: 10 })) {
      pass();
      await answer(1, 'fail');
    }
    expect(waits.map(({ ms }) => ms)).toEqual([30_000]);
    pass();
    await answer(1);
    expect([store.isComplete(), store.isLost(), store.isSeen()]).toEqual([true, false, true]);
    expect(waits).toEqual([]);
  });

  test('asks at once for what is missing when it is told to, and tells what became of it', async () => {
    store.want([place(1), place(2)]);
    let told = 0;
    const stop = store.listen(() => {
      told += 1;
    });
    await answer(1, 'fail');
    expect(told).toBe(1);
    expect(columns()).toEqual([1, 2]);
    store.retry();
    expect(columns()).toEqual([1, 2, 1]);
    expect(waits).toEqual([]);
    stop();
    await answer(1);
    expect(told).toBe(2);
  });

  test('lets go of what was wanted longest ago when there are too many, never of what is wanted', async () => {
    const wanted = Array.from({ length: 258 }, (_, column) => place(column));
    for (const each of wanted) {
      store.want([place(0), each]);
      await answer(each.column);
    }
    expect(released).toEqual([1, 2]);
    expect(store.get(place(0))).toEqual(tileOf(0));
  });
});
