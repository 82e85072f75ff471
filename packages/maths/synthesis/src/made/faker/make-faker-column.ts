import { createStream, drawUniform } from '@assay/random';
import { type CategoryColumn, categoryColumn } from '@assay/stats';
import type { FakerPlan } from '../../plan/column-plan.ts';
import type { MadeRows } from '../made-rows.ts';
import { MAKERS } from './meanings.ts';
import { createRowFaker } from './row-faker.ts';

/** A column of values made up by meaning. Values can repeat, as names do. */
export function makeFakerColumn(plan: FakerPlan, { seed, from, to }: MadeRows): CategoryColumn {
  const { faker, begin } = createRowFaker(createStream(seed, `faker/${plan.name}`));
  const absent = createStream(seed, `missing/${plan.name}`);
  const make = MAKERS[plan.meaning];
  const missing = plan.missing ?? 0;
  const texts = Array.from({ length: to - from }, (_, at) => {
    if (missing > 0 && drawUniform(absent, from + at) < missing) return null;
    begin(from + at);
    return make(faker);
  });
  return categoryColumn(plan.name, texts);
}
