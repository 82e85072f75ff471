import type { ReportValidity } from '@assay/contracts';
import { tableValidity } from '@assay/fidelity';
import { alignLevels, type Column, findColumn } from '@assay/stats';
import { comparedColumns } from '../compared-columns.ts';
import type { ReportTables } from '../report-tables.ts';

const EXAMPLES = 5;
const NAMES = {
  'boundary-adherence': 'BoundaryAdherence',
  'category-adherence': 'CategoryAdherence',
  'key-uniqueness': 'KeyUniqueness',
} as const;

/** Stage 1: does each synthetic value lie where real values lie, are keys unique, are all columns there? */
export function validityStage(tables: ReportTables): ReportValidity {
  const { real, synthetic, missingColumns, surplusColumns } = tables;
  const { ids, keys } = comparedColumns(tables);
  const found = tableValidity(real, synthetic, { ids, keys });
  const columns = found.columns.map((each) => {
    const outside =
      each.measure === 'key-uniqueness' || each.measure === null
        ? { count: 0, examples: [] }
        : outsideOf(findColumn(real, each.column)!, findColumn(synthetic, each.column)!);
    return {
      column: each.column,
      metric: each.measure === null ? ('None' as const) : NAMES[each.measure],
      score: each.score.ok ? each.score.value : null,
      outside: outside.count,
      examples: outside.examples,
      reason: each.score.ok ? null : each.score.reason,
    };
  });
  // A column that is not there has no valid value.
  const scores = [
    ...columns.flatMap((each) => (each.score === null ? [] : [each.score])),
    ...missingColumns.map(() => 0),
  ];
  return {
    score: scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length,
    columns,
    missingColumns: [...missingColumns],
    surplusColumns: [...surplusColumns],
    constraints: [],
  };
}

function outsideOf(real: Column, synthetic: Column): { count: number; examples: string[] } {
  const examples = new Set<string>();
  let count = 0;
  const meet = (text: string) => {
    count += 1;
    if (examples.size < EXAMPLES) examples.add(text.slice(0, 128));
  };
  if (real.kind === 'number' && synthetic.kind === 'number') {
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (const value of real.values) {
      if (value < low) low = value;
      if (value > high) high = value;
    }
    for (const value of synthetic.values) if (value < low || value > high) meet(String(value));
  } else if (real.kind === 'category' && synthetic.kind === 'category') {
    const [before, after] = alignLevels([real, synthetic]);
    const known = new Uint8Array(before!.levels.length);
    for (const code of before!.codes) if (code >= 0) known[code] = 1;
    for (const code of after!.codes) if (code >= 0 && known[code] === 0) meet(after!.levels[code]!);
  }
  return { count, examples: [...examples] };
}
