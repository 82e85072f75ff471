import { createStream, drawNormal, drawUniform, type Stream } from '@assay/random';
import { type Column, normalCdf, normalQuantile } from '@assay/stats';
import type { ColumnCells } from '../cells/column-cells.ts';
import { createValuePicker } from '../cells/pick-value.ts';
import { type Allowed, allAllowed, narrowed } from '../conditions/allowed-cells.ts';
import type { Condition, ConditionPlan } from '../conditions/condition.ts';
import { conditionOfRow } from '../conditions/condition-of-row.ts';
import type { SampleRequest } from '../generator.ts';

/** Candidates per row: of those that fit a condition's terms so far, the likelier are carried on. */
const CANDIDATES = 32;
/** A spread of nothing would divide by zero: the correlations of a column then settle it. */
const LEAST_SPREAD = 1e-9;

/** A cut normal as it is drawn: the cells in its order, -1 where the column is known, and the cuts between them. */
export type DrawnPart = {
  readonly column: number;
  readonly kind: 'cells' | 'missing';
  readonly order: readonly number[];
  readonly cuts: Float64Array;
};

type Particles = {
  /** Independent normals by part, and cells by column. */
  readonly own: readonly Float64Array[];
  readonly codes: readonly Int32Array[];
  readonly weight: Float64Array;
};

/**
 * Draws the rows that have a condition anew, over what stands in `out`: a normal whose column has a term is drawn
 * from the pieces between cuts that are allowed, given the normals before it, and the candidates of a row are then
 * resampled by how likely those pieces were, so that the columns before fit the condition as well. No row is rejected.
 *
 * Source: Geweke, Hajivassiliou and Keane (GHK), 1991; resampling as in Liu and Chen, JASA 1998.
 */
export function drawConditionedCopula(
  cells: readonly ColumnCells[],
  parts: readonly DrawnPart[],
  factor: ArrayLike<number>,
  { seed, from, to, control }: SampleRequest,
  plan: ConditionPlan,
  out: readonly Column[],
): void {
  const conditionOf = conditionOfRow(seed, plan);
  const allowed = plan.conditions.map((condition) => allowedOf(cells, condition));
  const streams = parts.map(({ column, kind }) =>
    createStream(seed, `conditioned/${kind}/${cells[column]!.name}`),
  );
  const picks = cells.map((each) => createStream(seed, `conditioned/value/${each.name}`));
  const pickers = cells.map(createValuePicker);
  const last = createStream(seed, 'conditioned');
  const particles: Particles = {
    own: parts.map(() => new Float64Array(CANDIDATES)),
    codes: cells.map(() => new Int32Array(CANDIDATES)),
    weight: new Float64Array(CANDIDATES),
  };
  for (let row = from; row < to; row += 1) {
    const condition = conditionOf(row);
    if (condition < 0) continue;
    if (row % 256 === 0) control?.throwIfAborted();
    const asked = allowed[condition]!;
    cells.forEach((each, column) => {
      particles.codes[column]!.fill(each.counts.length - 1);
    });
    parts.forEach((part, index) => {
      const isBound = drawPart(
        part,
        index,
        cells,
        factor,
        asked[part.column] ?? null,
        streams,
        row,
        particles,
      );
      if (isBound) resample(particles, index, drawUniform(streams[index]!, row, 2 * CANDIDATES));
    });
    const kept = Math.floor(drawUniform(last, row) * CANDIDATES);
    out.forEach((target, column) => {
      const value = pickers[column]!(
        particles.codes[column]![kept]!,
        asked[column] ?? null,
        drawUniform(picks[column]!, row),
      );
      if (target.kind === 'number') target.values[row - from] = value;
      else target.codes[row - from] = value;
    });
  }
}

function allowedOf(cells: readonly ColumnCells[], { where }: Condition): (Allowed | null)[] {
  const allowed: (Allowed | null)[] = cells.map(() => null);
  for (const term of where) {
    const column = cells.findIndex(({ name }) => name === term.column);
    allowed[column] = narrowed(cells[column]!, allowed[column] ?? allAllowed(cells[column]!), term);
  }
  return allowed;
}

/** Draws a part of each candidate; says whether a term bound it, so that weights differ. */
function drawPart(
  { column, kind, order, cuts }: DrawnPart,
  index: number,
  cells: readonly ColumnCells[],
  factor: ArrayLike<number>,
  asked: Allowed | null,
  streams: readonly Stream[],
  row: number,
  { own, codes, weight }: Particles,
): boolean {
  const absent = cells[column]!.counts.length - 1;
  const mayBeMissing = asked !== null && asked.share[absent]! > 0;
  const line = (index * (index + 1)) / 2;
  const spread = Math.max(LEAST_SPREAD, factor[line + index]!);
  const stream = streams[index]!;
  // Where missing is asked for too, the cell comes freely and the second part mends it.
  const isBound = asked !== null && (kind === 'missing' || !mayBeMissing);
  for (let each = 0; each < CANDIDATES; each += 1) {
    let mean = 0;
    for (let other = 0; other < index; other += 1) mean += factor[line + other]! * own[other]![each]!;
    let place: number;
    if (!isBound) {
      const normal = drawNormal(stream, row, each);
      own[index]![each] = normal;
      place = placeOf(cuts, mean + spread * normal);
    } else {
      const code = codes[column]![each]!;
      const share = (at: number): number => {
        if (kind === 'cells') return asked.share[order[at]!]!;
        if (at === 1) return mayBeMissing ? 1 : 0;
        return mayBeMissing && asked.share[code]! === 0 ? 0 : 1;
      };
      const unit = drawUniform(stream, row, each);
      const found = drawPlace(cuts, order.length, mean, spread, share, unit);
      const inside = found.low + drawUniform(stream, row, CANDIDATES + each) * (found.high - found.low);
      own[index]![each] = normalQuantile(Math.min(1 - 1e-16, Math.max(1e-300, inside)));
      weight[each] = found.mass;
      place = found.place;
    }
    const cell = order[place]!;
    if (cell >= 0) codes[column]![each] = cell;
  }
  return isBound;
}

/** Room for the probabilities of the pieces of one column: at most as many as there are cells. */
const masses = new Float64Array(65_536);

/** A piece between cuts by its probability and its share that is allowed; the ends are probabilities below. */
function drawPlace(
  cuts: Float64Array,
  places: number,
  mean: number,
  spread: number,
  share: (place: number) => number,
  unit: number,
): { place: number; low: number; high: number; mass: number } {
  const below = (place: number): number => {
    if (place < 0) return 0;
    return place >= cuts.length ? 1 : normalCdf((cuts[place]! - mean) / spread);
  };
  let mass = 0;
  let before = 0;
  for (let place = 0; place < places; place += 1) {
    const open = share(place);
    // Cuts are looked at only where something beside them is allowed.
    const end = open > 0 || (place + 1 < places && share(place + 1) > 0) ? below(place) : Number.NaN;
    masses[place] = open > 0 ? open * (end - before) : 0;
    mass += masses[place]!;
    before = end;
  }
  let rest = unit * mass;
  let kept = -1;
  for (let place = 0; place < places; place += 1) {
    const part = masses[place]!;
    if (share(place) === 0) continue;
    if (kept < 0 || part > 0) kept = place;
    if (rest < part) break;
    rest -= part;
  }
  kept = Math.max(0, kept);
  return { place: kept, low: below(kept - 1), high: below(kept), mass };
}

function placeOf(cuts: Float64Array, value: number): number {
  let place = 0;
  while (place < cuts.length && cuts[place]! < value) place += 1;
  return place;
}

/** Carries candidates on by their weight, at evenly spaced places (systematic resampling). */
function resample({ own, codes, weight }: Particles, upTo: number, unit: number): void {
  let sum = 0;
  for (const each of weight) sum += each;
  // All are as unlikely as numbers can say: none is better than another.
  if (sum === 0) return;
  const from = new Uint8Array(CANDIDATES);
  let reached = weight[0]!;
  let source = 0;
  for (let each = 0; each < CANDIDATES; each += 1) {
    const place = ((each + unit) / CANDIDATES) * sum;
    while (source < CANDIDATES - 1 && reached <= place) {
      source += 1;
      reached += weight[source]!;
    }
    from[each] = source;
  }
  for (const values of [...own.slice(0, upTo + 1), ...codes]) {
    const before = values.slice();
    for (let each = 0; each < CANDIDATES; each += 1) values[each] = before[from[each]!]!;
  }
}
