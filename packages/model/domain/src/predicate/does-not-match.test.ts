import type { Predicate } from '@assay/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { doesNotMatch } from './does-not-match.ts';
import { evaluate } from './evaluate.ts';
import type { PredicateColumn } from './predicate-column.ts';

const RUNS = { numRuns: process.env.ASSAY_SOAK === '1' ? 50_000 : 500 };
const COLUMNS: PredicateColumn[] = ['a', 'b'].map((name) => ({ name, physical: 'BIGINT' }));
const column = fc.constantFrom('a', 'b');
const value = fc.integer({ min: 0, max: 2 });
const comparator = fc.constantFrom('=', '!=', '<', '<=', '>', '>=');

const { tree } = fc.letrec<{ tree: Predicate }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.record({ op: fc.constant('compare'), column, comparator, value }),
    fc.record({ op: fc.constant('compare-columns'), left: column, comparator, right: column }),
    fc.record({ op: fc.constant('between'), column, low: value, high: value }),
    fc.record({ op: fc.constant('in'), column, values: fc.array(value, { maxLength: 2 }) }),
    fc.record({ op: fc.constant('missing'), column }),
    fc.constant<Predicate>({ op: 'true' }),
    fc.record({ op: fc.constant('not'), arg: tie('tree') }),
    fc.record({ op: fc.constantFrom('and', 'or'), args: fc.array(tie('tree'), { maxLength: 3 }) }),
  ) as fc.Arbitrary<Predicate>,
}));
const cell = fc.option(value, { nil: null });

test('is true of every row that a predicate does not match, and false of every other', () => {
  fc.assert(
    fc.property(tree, cell, cell, (predicate, a, b) => {
      const row = { a, b };
      const matches = evaluate(predicate, row, COLUMNS) === true;
      expect(evaluate(doesNotMatch(predicate), row, COLUMNS)).toBe(!matches);
    }),
    RUNS,
  );
});
