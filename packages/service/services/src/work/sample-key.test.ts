import { expect, test } from 'vitest';
import { rowSampleKey } from './sample-key.ts';

// Expected values: Python 3.11, uuid.uuid5(uuid.UUID(run), f"row:{row}").
test('is the version 5 UUID of run and row', () => {
  const run = '01a1fdff-8069-7ab5-829e-176e756e0b5f';
  expect(rowSampleKey(run, 0)).toBe('922db53c-4edf-5e65-877d-911423b3b3cd');
  expect(rowSampleKey(run, 123456)).toBe('46751c72-1bb2-555f-b493-7e726418e04e');
});
