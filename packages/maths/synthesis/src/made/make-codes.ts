import { createPermutation, createStream } from '@assay/random';
import type { CategoryColumn } from '@assay/stats';
import type { CodePlan } from '../plan/column-plan.ts';
import type { MadeRows } from './made-rows.ts';
import { uniqueTexts } from './unique-texts.ts';

/** More digits than a double counts exactly are not permuted. */
const MOST_DIGITS = 15;

/**
 * Codes in random order, none twice.
 *
 * @throws RangeError when the digits are no integer from 1 to 15, or too few for the rows
 */
export function makeCodes(plan: CodePlan, { seed, from, to }: MadeRows): CategoryColumn {
  const { name, digits, prefix = '' } = plan;
  if (!Number.isInteger(digits) || digits < 1 || digits > MOST_DIGITS)
    throw new RangeError(`column ${name} cannot have codes of ${digits} digits: 1 to ${MOST_DIGITS}`);
  const size = 10 ** digits;
  if (to > size)
    throw new RangeError(`column ${name} has codes of ${digits} digits for ${size} rows, not ${to}`);
  const permutation = createPermutation(createStream(seed, `code/${name}`), size);
  return uniqueTexts(
    name,
    to - from,
    (at) => prefix + String(permutation.at(from + at)).padStart(digits, '0'),
  );
}
