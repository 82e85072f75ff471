import type { Column } from '@assay/stats';
import type { SequencePlan } from '../plan/column-plan.ts';
import type { MadeRows } from './made-rows.ts';
import { uniqueTexts } from './unique-texts.ts';

/** A running number: a number column, or texts where it has a prefix or leading zeros. */
export function makeSequence(plan: SequencePlan, { from, to }: MadeRows): Column {
  const { name, start = 1, step = 1, prefix = '', digits = 0 } = plan;
  const valueAt = (row: number) => start + step * row;
  if (prefix === '' && digits === 0) {
    const values = Float64Array.from({ length: to - from }, (_, at) => valueAt(from + at));
    return { kind: 'number', name, scale: 'integer', values };
  }
  return uniqueTexts(name, to - from, (at) => prefix + String(valueAt(from + at)).padStart(digits, '0'));
}
