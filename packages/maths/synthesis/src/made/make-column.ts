import type { Column } from '@assay/stats';
import type { MadePlan } from '../plan/column-plan.ts';
import { makeFakerColumn } from './faker/make-faker-column.ts';
import type { MadeRows } from './made-rows.ts';
import { makeCodes } from './make-codes.ts';
import { makeSequence } from './make-sequence.ts';
import { makeUuids } from './make-uuids.ts';

/** Makes rows [from, to) of a column that is not modelled. */
export function makeColumn(plan: MadePlan, rows: MadeRows): Column {
  switch (plan.make) {
    case 'sequence':
      return makeSequence(plan, rows);
    case 'code':
      return makeCodes(plan, rows);
    case 'uuid':
      return makeUuids(plan, rows);
    case 'faker':
      return makeFakerColumn(plan, rows);
  }
}
