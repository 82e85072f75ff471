import { expect, test } from 'vitest';
import { killSoak } from './kill-soak.ts';

const POINTS = process.env.ASSAY_SOAK === '1' ? 500 : 5;

test('SIGKILL of web, worker and database loses nothing that was acknowledged', {
  timeout: 900_000 + POINTS * 30_000,
}, async () => {
  const found = await killSoak({ points: POINTS, seed: 20_260, say: () => undefined });
  expect(found.problems).toEqual([]);
  expect(found.kills).toBe(POINTS);
  // The checks saw something.
  expect(found.checked.projects).toBeGreaterThan(1);
  expect(found.checked.uploads).toBeGreaterThan(0);
  expect(found.checked.files).toBeGreaterThan(0);
  expect(found.checked.jobs).toBeGreaterThan(0);
  expect(found.checked.events).toBeGreaterThan(found.checked.projects ?? 0);
});
