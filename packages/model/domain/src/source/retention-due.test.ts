import { NO_TERMS, type SourceTerms } from '@assay/contracts';
import { expect, test } from 'vitest';
import { retentionDue } from '../index.ts';

const IMPORTED = new Date('2026-01-01T18:00:00Z');
const terms = (retention: SourceTerms['retention']): SourceTerms => ({ ...NO_TERMS, retention });
const hold = { reason: 'Case 12', since: '2026-01-02' };

test('the earlier day holds, from its start in UTC', () => {
  const both = terms({ deleteOn: '2026-06-01', keepForDays: 30, legalHold: null });
  expect(retentionDue(both, IMPORTED, new Date('2026-01-30T23:59:59Z'))).toEqual({
    on: '2026-01-31',
    due: false,
    heldBy: null,
  });
  expect(retentionDue(both, IMPORTED, new Date('2026-01-31T00:00:00Z')).due).toBe(true);
});

test('a legal hold beats it, and says so once the day has come', () => {
  const held = terms({ deleteOn: '2026-02-01', keepForDays: null, legalHold: hold });
  expect(retentionDue(held, IMPORTED, new Date('2026-01-15T00:00:00Z')).heldBy).toBeNull();
  expect(retentionDue(held, IMPORTED, new Date('2026-03-01T00:00:00Z'))).toEqual({
    on: '2026-02-01',
    due: false,
    heldBy: 'Case 12',
  });
});

test('nothing set is never due', () => {
  const never = { on: null, due: false, heldBy: null };
  expect(retentionDue(NO_TERMS, IMPORTED, new Date('2099-01-01T00:00:00Z'))).toEqual(never);
  const none = terms({ deleteOn: null, keepForDays: null, legalHold: null });
  expect(retentionDue(none, IMPORTED, new Date('2099-01-01T00:00:00Z'))).toEqual(never);
});
