import type { BiasReport, ReportBias } from '@assay/contracts';
import { type CubeCell, groupKey } from '@assay/fairness';
import { findColumn, proportionDifference, type Result, type Table, valueAt } from '@assay/stats';
import { biasOfCells } from '../../sources/bias-of-cells.ts';
import type { ReportTables } from '../report-tables.ts';

/** More groups than this in one question are too many to read, and too thin to assess. */
const MOST_GROUPS = 200;

type Tally = { successes: number; n: number };

/**
 * Stage 6: shares and selection rates per sensitive group and per pair of them, in real and synthetic rows, and
 * their differences (synthetic minus real) with Newcombe's interval. Groups under the minimum are not assessable.
 */
export function biasStage({ real, synthetic, question }: ReportTables): ReportBias {
  if (question.sensitive.length === 0) return { questions: [], reason: 'no-sensitive-columns' };
  const outcome = question.target !== null && question.favourable.length > 0 ? question.target : null;
  const usable = question.sensitive.filter(
    (name) => name !== question.target && (levelsOf(real, name)?.length ?? MOST_GROUPS + 1) <= MOST_GROUPS,
  );
  const pairs = usable.flatMap((a, at) => usable.slice(at + 1).map((b) => [a, b]));
  const asked = [...usable.map((name) => [name]), ...pairs].filter(
    (names) =>
      names.reduce((product, name) => product * (levelsOf(real, name)?.length ?? 1), 1) <= MOST_GROUPS,
  );
  const questions = asked.flatMap((groups) => {
    const asking = { groups, target: outcome, favourable: [...question.favourable] };
    const before = biasOfCells(cellsOf(real, groups, outcome), asking, null);
    const after = biasOfCells(cellsOf(synthetic, groups, outcome), asking, null);
    return before === null || after === null ? [] : [compare(groups, before, after)];
  });
  return { questions, reason: questions.length === 0 ? 'no-groups' : null };
}

function levelsOf(table: Table, name: string): readonly string[] | null {
  const column = findColumn(table, name);
  return column?.kind === 'category' ? column.levels : null;
}

function cellsOf(table: Table, groups: readonly string[], outcome: string | null): CubeCell[] {
  const names = outcome === null ? groups : [...groups, outcome];
  const columns = names.map((name) => findColumn(table, name));
  const counts = new Map<string, { values: (string | null)[]; count: number }>();
  for (let row = 0; row < table.rows; row += 1) {
    const values = columns.map((column) => {
      const value = column === undefined ? null : valueAt(column, row);
      return value === null ? null : String(value);
    });
    const key = groupKey(values);
    const cell = counts.get(key);
    if (cell === undefined) counts.set(key, { values, count: 1 });
    else cell.count += 1;
  }
  return [...counts.values()].map(({ values, count }) => ({
    group: values.slice(0, groups.length),
    outcome: outcome === null ? null : (values[groups.length] ?? null),
    stratum: null,
    count,
  }));
}

function compare(groups: readonly string[], real: BiasReport, synthetic: BiasReport) {
  const before = new Map(real.groups.map((each) => [groupKey(each.group), each]));
  const after = new Map(synthetic.groups.map((each) => [groupKey(each.group), each]));
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  const differences = keys.map((key) => {
    const a = after.get(key);
    const b = before.get(key);
    const small = Math.min(a?.count ?? 0, b?.count ?? 0) < real.minimum;
    const rateSmall = Math.min(a?.outcome?.n ?? 0, b?.outcome?.n ?? 0) < real.minimum;
    const known = (rows: number, n: number): Tally => ({ successes: rows, n });
    return {
      group: [...(b ?? a)!.group],
      share: difference(
        known(a?.count ?? 0, synthetic.rows),
        known(b?.count ?? 0, real.rows),
        // A group that vanished or appeared matters the more the larger its other side is.
        small && Math.max(a?.count ?? 0, b?.count ?? 0) < real.minimum,
      ),
      rate:
        a?.outcome == null || b?.outcome == null
          ? { difference: null, interval: null, reason: 'no-outcome' }
          : difference(
              known(a.outcome.favourable, a.outcome.n),
              known(b.outcome.favourable, b.outcome.n),
              rateSmall,
            ),
    };
  });
  const amplified =
    real.parity === null || synthetic.parity === null
      ? null
      : synthetic.parity.difference - real.parity.difference;
  return {
    groups: [...groups],
    real,
    synthetic,
    differences,
    amplification: {
      value: amplified,
      reason: amplified === null ? (synthetic.parityReason ?? real.parityReason ?? 'no-outcome') : null,
    },
  };
}

function difference(a: Tally, b: Tally, tooFew: boolean) {
  if (tooFew) return { difference: null, interval: null, reason: 'too-few' };
  const found: Result<{ estimate: number; low: number; high: number }> = proportionDifference(a, b);
  return found.ok
    ? {
        difference: found.value.estimate,
        interval: { low: found.value.low, high: found.value.high },
        reason: null,
      }
    : { difference: null, interval: null, reason: found.reason };
}
