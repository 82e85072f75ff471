import { describe, expect, it } from 'vitest';
import { automaticPlan } from '../index.ts';

describe('automaticPlan', () => {
  it('learns what is neither personal, nor an identifier, nor free text', () => {
    expect(automaticPlan({ type: 'integer', physical: 'BIGINT', role: 'feature' }, null)).toEqual({
      make: 'model',
    });
  });

  it('makes up personal data by what was found, whatever its type', () => {
    expect(automaticPlan({ type: 'category', physical: 'VARCHAR', role: 'feature' }, 'email')).toEqual({
      make: 'faker',
      meaning: 'email',
    });
  });

  it('numbers identifiers that are numbers and gives the others UUIDs', () => {
    const column = { type: 'identifier', role: 'identifier' } as const;
    expect(automaticPlan({ ...column, physical: 'BIGINT' }, null)).toEqual({ make: 'sequence' });
    expect(automaticPlan({ ...column, physical: 'VARCHAR' }, null)).toEqual({ make: 'uuid' });
  });

  it('never learns free text', () => {
    expect(automaticPlan({ type: 'text', physical: 'VARCHAR', role: 'feature' }, null)).toEqual({
      make: 'faker',
      meaning: 'sentence',
    });
  });
});
