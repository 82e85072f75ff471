import type { SplitPlan } from '@assay/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apportion, type PlannedSplit, planSplit, type SplitInput } from '../index.ts';

const soak = process.env.ASSAY_SOAK ? 100 : 1;
const shares = { fit: 70, tune: 15, test: 15 };

function planned(plan: SplitPlan, input: SplitInput): Extract<PlannedSplit, { ok: true }> {
  const split = planSplit(plan, input);
  if (!split.ok) throw new Error(split.sentence);
  return split;
}

test('largest remainder: parts add up and are within one of their share', () => {
  expect(apportion(10, [70, 15, 15])).toEqual([7, 2, 1]);
  expect(apportion(1, [70, 15, 15])).toEqual([1, 0, 0]);
  fc.assert(
    fc.property(
      fc.nat(2 ** 31 - 1),
      fc.array(fc.nat(10_000), { minLength: 1, maxLength: 5 }),
      (total, parts) => {
        const whole = parts.reduce((sum, part) => sum + part, 0);
        fc.pre(whole > 0);
        const counts = apportion(total, parts);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(total);
        for (const [index, count] of counts.entries()) {
          expect(Math.abs(count - (total * parts[index]!) / whole)).toBeLessThan(1);
        }
      },
    ),
    { numRuns: 200 * soak },
  );
});

test('random: exact counts, the same for the same seed, others for another', () => {
  const plan: SplitPlan = { method: 'random', seed: '7', shares };
  const split = planned(plan, { rows: 10_001 });
  expect(split.counts).toEqual({ fit: 7001, tune: 1500, test: 1500 });
  expect(planned(plan, { rows: 10_001 }).assignment).toEqual(split.assignment);
  const other = planned({ ...plan, seed: '8' }, { rows: 10_001 }).assignment;
  expect(other).not.toEqual(split.assignment);
  // The first and the last half are divided alike.
  const early = split.assignment.subarray(0, 5000).filter((byte) => byte === 0).length;
  expect(Math.abs(early - 3500)).toBeLessThan(150);
});

test('stratified: every value is divided exactly, whatever the order of codes', () => {
  const labels = ['a', 'b', 'c'];
  const codes = Int32Array.from({ length: 2000 }, (_, row) =>
    row % 50 === 0 ? -1 : row % 7 === 0 ? 1 : row % 11 === 0 ? 2 : 0,
  );
  const plan: SplitPlan = { method: 'stratified', seed: 's', column: 'x', shares };
  const split = planned(plan, { rows: 2000, values: { codes, labels } });
  expect(split.withoutKey).toBe(40);
  for (const code of [-1, 0, 1, 2]) {
    const bytes = [...split.assignment].filter((_, row) => codes[row] === code);
    const counts = [0, 1, 2].map((byte) => bytes.filter((value) => value === byte).length);
    expect(counts).toEqual(apportion(bytes.length, [70, 15, 15]));
  }
  const recoded = codes.map((code) => (code < 0 ? code : 2 - code));
  const same = planned(plan, { rows: 2000, values: { codes: recoded, labels: ['c', 'b', 'a'] } });
  expect(same.assignment).toEqual(split.assignment);
});

test('group: all rows of a value go together, by the value alone', () => {
  const labels = Array.from({ length: 5000 }, (_, index) => `person ${index}`);
  const codes = Int32Array.from({ length: 20_000 }, (_, row) => (row % 100 === 0 ? -1 : (row * 31) % 5000));
  const plan: SplitPlan = { method: 'group', seed: 's', column: 'x', shares };
  const split = planned(plan, { rows: 20_000, values: { codes, labels } });
  const byCode = new Map<number, number>();
  for (const [row, code] of codes.entries()) {
    if (code < 0) continue;
    expect(byCode.get(code) ?? split.assignment[row]).toBe(split.assignment[row]);
    byCode.set(code, split.assignment[row]!);
  }
  const fit = [...byCode.values()].filter((byte) => byte === 0).length;
  expect(Math.abs(fit / byCode.size - 0.7)).toBeLessThan(0.035);
  const alone = planned(
    { ...plan, shares: { fit: 70, tune: 30, test: 0 } },
    {
      rows: 200,
      values: { codes: Int32Array.from({ length: 200 }, (_, row) => row), labels: labels.slice(0, 200) },
    },
  );
  // The border of fit is where it was, so that a value keeps its side.
  for (let code = 1; code < 100; code += 1) {
    expect(alone.assignment[code] === 0).toBe(byCode.get(code) === 0);
  }
});

test('time: by the cut points; a missing time is fit and counted', () => {
  const day = (text: string): number => Date.parse(`${text}T00:00:00Z`) * 1000;
  const times = Float64Array.of(
    day('2024-01-01'),
    day('2024-06-30'),
    day('2024-07-01'),
    day('2025-01-01'),
    Number.NaN,
  );
  const plan: SplitPlan = { method: 'time', column: 't', tuneFrom: '2024-07-01', testFrom: '2025-01-01' };
  const split = planned(plan, { rows: 5, times });
  expect([...split.assignment]).toEqual([0, 0, 1, 2, 0]);
  expect(split.withoutKey).toBe(1);
  expect(planSplit({ ...plan, testFrom: '2030-01-01' }, { rows: 5, times })).toMatchObject({
    reason: 'empty-split',
  });
  expect(planSplit({ ...plan, testFrom: '2024-01-01' }, { rows: 5, times })).toMatchObject({
    reason: 'times-out-of-order',
  });
  expect(planSplit({ ...plan, testFrom: 'soon' }, { rows: 5, times })).toMatchObject({ reason: 'bad-time' });
});

test('an uploaded holdout leaves no test rows here', () => {
  const plan: SplitPlan = {
    method: 'holdout',
    seed: 's',
    holdoutVersionId: '00000000-0000-7000-8000-000000000000' as Extract<
      SplitPlan,
      { method: 'holdout' }
    >['holdoutVersionId'],
    shares: { fit: 80, tune: 20, test: 50 },
  };
  expect(planned(plan, { rows: 100 }).counts).toEqual({ fit: 80, tune: 20, test: 0 });
});

test('what cannot be split is refused', () => {
  expect(planSplit({ method: 'random', seed: 's', shares }, { rows: 0 })).toMatchObject({
    reason: 'no-rows',
  });
  expect(planSplit({ method: 'random', seed: 's', shares }, { rows: 2 })).toMatchObject({
    reason: 'empty-split',
  });
  const group: SplitPlan = { method: 'group', seed: 's', column: 'x', shares };
  expect(planSplit(group, { rows: 3 })).toMatchObject({ reason: 'keys-missing' });
});
