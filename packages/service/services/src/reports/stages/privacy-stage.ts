import type { ReportPrivacy } from '@assay/contracts';
import {
  classSizes,
  dcrShare,
  equalHalves,
  equivalenceClasses,
  excessCopies,
  gowerRows,
  gowerSpace,
  lDiversity,
  type Nearest,
  nearest,
  nearestIndex,
  nearestRatios,
  type RiskReason,
  riskList,
  sensitiveCounts,
} from '@assay/privacy';
import { quantiles, type Result, type Table, takeRows } from '@assay/stats';
import { comparedColumns, onlyColumns } from '../compared-columns.ts';
import type { ReportTables, StageControl } from '../report-tables.ts';
import { distanceRows } from '../row-budgets.ts';
import { subsetRows } from '../subset-rows.ts';

/** Fewer unseen rows than this make no half. */
const LEAST_HALF = 20;
const RISKIEST = 100;
/** A class of fewer real rows than this is small. */
const FEW = 5;

const WHY: { readonly [R in RiskReason]: string } = {
  copy: 'Equal to a real row in every column.',
  'nearer-than-unseen': 'Nearer to a real row than 95% of unseen real rows are.',
  'singles-out': 'At most half as far from one real row as from the next.',
};

/**
 * Stage 5: copies in excess of what unseen real rows show, Gower distances to the closest real row, the share of
 * synthetic rows nearer to fit rows than to as many unseen ones, the ratio to the second nearest, and how narrowly
 * quasi-identifiers link synthetic rows to real ones.
 */
export function privacyStage(tables: ReportTables, control: StageControl): ReportPrivacy {
  const { features } = comparedColumns(tables);
  const [real, synthetic] = [onlyColumns(tables.real, features), onlyColumns(tables.synthetic, features)];
  const unseen = tables.unseen === null ? null : onlyColumns(tables.unseen, features);
  const linked = linkage(tables);
  if (features.length === 0)
    return {
      exactCopies: {
        count: 0,
        rows: synthetic.rows,
        unseen: null,
        excess: null,
        interval: null,
        pValue: null,
        reason: 'no-features',
      },
      dcrShare: { value: null, interval: null, rows: 0, reason: 'no-features' },
      distances: null,
      nndr: { median: null, unseen: null, reason: 'no-features' },
      kAnonymity: linked,
      riskiest: [],
    };
  return {
    exactCopies: copies(real, synthetic, unseen),
    ...distances({ real, synthetic, unseen }, tables.question.seed, control),
    kAnonymity: linked,
  };
}

function copies(real: Table, synthetic: Table, unseen: Table | null): ReportPrivacy['exactCopies'] {
  const columns = real.columns.map(({ name }) => name);
  const classes = equivalenceClasses([real, synthetic, ...(unseen === null ? [] : [unseen])], columns);
  const sizes = classSizes(classes);
  const count = (side: number) => countWhere(classes.classOf[side]!, (each) => sizes[each]! > 0);
  const found = { count: count(1), rows: synthetic.rows };
  if (unseen === null)
    return {
      ...found,
      unseen: null,
      excess: null,
      interval: null,
      pValue: null,
      reason: 'no-unseen-rows',
    };
  const expected = { count: count(2), rows: unseen.rows };
  const test = excessCopies(
    { copies: found.count, n: found.rows },
    { copies: expected.count, n: expected.rows },
  );
  return test.ok
    ? {
        ...found,
        unseen: expected,
        excess: test.value.excess.estimate,
        interval: { low: test.value.excess.low, high: test.value.excess.high },
        pValue: test.value.pValue,
        reason: null,
      }
    : { ...found, unseen: expected, excess: null, interval: null, pValue: null, reason: test.reason };
}

type Sides = { real: Table; synthetic: Table; unseen: Table | null };

function distances(
  sides: Sides,
  seed: string,
  control: StageControl,
): Pick<ReportPrivacy, 'dcrShare' | 'distances' | 'distanceRows' | 'nndr' | 'riskiest'> {
  const most = distanceRows(sides.real.columns.length);
  const queries = subsetRows(sides.synthetic, most, `${seed}/synthetic`);
  const references = subsetRows(sides.real, most, `${seed}/real`);
  const unseen = sides.unseen === null ? null : subsetRows(sides.unseen, most, `${seed}/unseen`).table;
  const space = gowerSpace(sides.real, [sides.synthetic, ...(unseen === null ? [] : [unseen])]);
  const rowsOf = (table: Table) => gowerRows(space, table);
  const made = rowsOf(queries.table);
  const total = queries.table.rows * (unseen === null ? 1 : 3) + (unseen?.rows ?? 0);
  let before = 0;
  const search = (from: ReturnType<typeof rowsOf>, table: Table): Nearest => {
    const found = nearest(from, nearestIndex(rowsOf(table)), {
      control: {
        throwIfAborted: control.throwIfAborted,
        progress: (done) => control.progress(before + done, total),
      },
    });
    before += from.rows;
    return found;
  };
  const toReal = search(made, references.table);
  const unseenToReal = unseen === null ? null : search(rowsOf(unseen), references.table);
  const risks = unseenToReal === null ? null : riskList(toReal, unseenToReal.first, RISKIEST);
  return {
    dcrShare: share(search, made, references.table, unseen, seed),
    distances: spread(toReal, unseenToReal),
    distanceRows: {
      real: { rows: references.table.rows, of: sides.real.rows },
      synthetic: { rows: queries.table.rows, of: sides.synthetic.rows },
      unseen: unseen === null ? null : { rows: unseen.rows, of: sides.unseen?.rows ?? 0 },
    },
    nndr: ratios(toReal, unseenToReal),
    riskiest: risks?.ok
      ? risks.value.rows.map((each) => ({
          row: queries.rows[each.row]!,
          realRow: references.rows[each.nearest]!,
          distance: each.distance,
          ratio: each.ratio,
          why: WHY[each.reason],
        }))
      : [],
  };
}

function share(
  search: (from: ReturnType<typeof gowerRows>, table: Table) => Nearest,
  made: ReturnType<typeof gowerRows>,
  real: Table,
  unseen: Table | null,
  seed: string,
): ReportPrivacy['dcrShare'] {
  if (unseen === null) return { value: null, interval: null, rows: 0, reason: 'no-unseen-rows' };
  const halves = equalHalves(real.rows, unseen.rows, seed);
  if (halves.train.length < LEAST_HALF) return { value: null, interval: null, rows: 0, reason: 'too-few' };
  const found = dcrShare(
    search(made, takeRows(real, halves.train)).first,
    search(made, takeRows(unseen, halves.holdout)).first,
  );
  return found.ok
    ? {
        value: found.value.estimate,
        interval: { low: found.value.low, high: found.value.high },
        rows: found.value.n,
        reason: null,
      }
    : { value: null, interval: null, rows: 0, reason: found.reason };
}

const AT = [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1];

function spread(synthetic: Nearest, unseen: Nearest | null): ReportPrivacy['distances'] {
  const made = quantiles(synthetic.first, AT);
  if (!made.ok) return null;
  const held = unseen === null ? null : quantiles(unseen.first, AT);
  return { synthetic: [...made.value], unseen: held?.ok ? [...held.value] : null };
}

function ratios(synthetic: Nearest, unseen: Nearest | null): ReportPrivacy['nndr'] {
  const median = (of: Nearest): Result<readonly number[]> => quantiles(nearestRatios(of), [0.5]);
  const made = median(synthetic);
  const held = unseen === null ? null : median(unseen);
  return {
    median: made.ok ? made.value[0]! : null,
    unseen: held?.ok ? held.value[0]! : null,
    reason: made.ok ? null : made.reason,
  };
}

function linkage({ real, synthetic, unseen, question }: ReportTables): ReportPrivacy['kAnonymity'] {
  const quasi = question.quasiIdentifiers;
  const none = { k: null, pointsToFew: 0, pointsToOne: 0, unseenPointsToOne: null, lDiversity: [] };
  if (quasi.length === 0) return { quasiIdentifiers: [], ...none, reason: 'no-quasi-identifiers' };
  const classes = equivalenceClasses([real, synthetic, ...(unseen === null ? [] : [unseen])], quasi);
  const sizes = classSizes(classes);
  const pointsTo = (side: number, has: (size: number) => boolean) =>
    countWhere(classes.classOf[side]!, (each) => has(sizes[each]!));
  let k: number | null = null;
  for (const each of classes.classOf[1]!) {
    const size = sizes[each]!;
    if (size > 0 && (k === null || size < k)) k = size;
  }
  const one = (size: number) => size === 1;
  return {
    quasiIdentifiers: [...quasi],
    k,
    pointsToFew: pointsTo(1, (size) => size > 0 && size < FEW),
    pointsToOne: pointsTo(1, one),
    unseenPointsToOne: unseen === null ? null : { count: pointsTo(2, one), rows: unseen.rows },
    lDiversity: question.sensitive
      .filter((name) => !quasi.includes(name))
      .map((column) => {
        const found = lDiversity(sensitiveCounts(real, quasi, column, synthetic));
        return {
          column,
          distinct: found.ok ? found.value.distinct : null,
          entropy: found.ok ? found.value.entropy : null,
        };
      }),
    reason: null,
  };
}

function countWhere(values: Int32Array, has: (value: number) => boolean): number {
  let count = 0;
  for (const value of values) if (has(value)) count += 1;
  return count;
}
