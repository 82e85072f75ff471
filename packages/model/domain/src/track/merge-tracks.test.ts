import type { DrawnChange, Track } from '@assay/contracts';
import { expect, test } from 'vitest';
import { type DrawnHead, mergeDrawn, type StoredDrawn } from '../region/merge-drawn.ts';
import { box, region } from '../region/test-regions.ts';

test('what moves stays known by its first key frame when two tabs set its track and its geometry apart', () => {
  const keys = (...places: [number, number][]): Track => ({
    version: 1,
    frames: 9,
    keyFrames: places.map(([frame, x]) => ({ frame, geometry: box(x, 0, 5, 5) })),
  });
  const record = { ...region(1, box(0, 0, 5, 5)), track: keys([0, 0]) };
  const stored = { id: record.id, record, revision: 1, changed: { geometry: 1, track: 1 } };
  const change = (clientId: string, values: DrawnChange['updated'][number]['values']): DrawnChange => ({
    clientId,
    step: 1,
    baseRevision: 1,
    added: [],
    updated: [{ id: record.id, values }],
    removed: [],
  });
  const json = (value: unknown) => value as DrawnChange['updated'][number]['values'][string];
  // One moves the first key frame, the other, who has not heard of it, adds one.
  const moved = change('a', { geometry: json(box(3, 0, 5, 5)), track: json(keys([0, 3])) });
  const added = change('b', { geometry: json(box(1, 0, 5, 5)), track: json(keys([0, 1], [4, 9])) });
  let standing: StoredDrawn = stored;
  let head: DrawnHead = { revision: 1, steps: {} };
  const replaced: unknown[] = [];
  for (const each of [moved, added]) {
    const merged = mergeDrawn(head, new Map([[record.id, standing]]), each);
    if (merged === null || merged === 'gap') expect.fail('It is taken.');
    head = merged.head;
    replaced.push(...merged.replaced);
    standing = merged.records[0] ?? expect.fail('It is changed.');
  }
  expect(replaced).toMatchObject([{ kind: 'value', property: 'track', value: keys([0, 3]) }]);
  expect(standing.record).toMatchObject({ geometry: box(1, 0, 5, 5), track: keys([0, 1], [4, 9]) });
});
