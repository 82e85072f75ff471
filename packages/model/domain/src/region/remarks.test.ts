import type { RegionValue } from '@assay/contracts';
import { regionRecord } from '@assay/contracts';
import { expect, test } from 'vitest';
import { flaggedRegions, withoutRemarks } from './remarks.ts';
import { box, region } from './test-regions.ts';

const at = (n: number, more: Partial<RegionValue> = {}): RegionValue => ({
  ...region(n, box(n, 0, 5, 5)),
  ...more,
});
const doubted = at(1, { remark: { text: 'A car, or its shadow?' } });
const bare = at(2, { remark: { text: '' } });
const sure = at(3);
const unflagged = at(4, { remark: null });
const refused = at(5, {
  remark: { text: 'I see nothing.' },
  proposal: { confidence: 0.5, state: 'rejected', reason: 'nothing-there' },
});

test('flags are words or none, of so many characters, and need not be there', () => {
  for (const each of [doubted, bare, sure, unflagged]) expect(regionRecord.parse(each)).toEqual(each);
  const long = (length: number) => regionRecord.safeParse(at(1, { remark: { text: 'é'.repeat(length) } }));
  expect([long(500).success, long(501).success]).toEqual([true, false]);
});

test('what is flagged is told, also of what was rejected', () => {
  const answer = { kind: 'regions' as const, regions: [doubted, bare, sure, unflagged], relations: [] };
  expect(flaggedRegions(answer)).toEqual([doubted, bare]);
  expect(flaggedRegions({ ...answer, rejected: [refused] })).toEqual([doubted, bare, refused]);
  expect(flaggedRegions({ kind: 'text', text: 'x' })).toEqual([]);
  expect(flaggedRegions(undefined)).toEqual([]);
});

test('answers without remarks say all else', () => {
  const { remark: _, ...plain } = refused;
  const rating = { kind: 'rating' as const, value: 3 };
  const answers = {
    drawn: { kind: 'regions' as const, regions: [doubted, sure], relations: [], rejected: [refused] },
    rating,
  };
  expect(withoutRemarks(answers)).toEqual({
    drawn: { kind: 'regions', regions: [at(1), sure], relations: [], rejected: [plain] },
    rating,
  });
  const none = { drawn: { kind: 'regions' as const, regions: [sure], relations: [] } };
  expect(withoutRemarks(none)).toEqual(none);
});
