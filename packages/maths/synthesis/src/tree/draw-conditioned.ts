import { createStream, drawBlock, drawUniform, type Stream } from '@assay/random';
import type { Column } from '@assay/stats';
import { createValuePicker, type ValuePicker } from '../cells/pick-value.ts';
import type { Allowed } from '../conditions/allowed-cells.ts';
import type { ConditionPlan } from '../conditions/condition.ts';
import { conditionOfRow } from '../conditions/condition-of-row.ts';
import type { SampleRequest, Seed } from '../generator.ts';
import { allowedColumns } from './allowed-columns.ts';
import { entryAt, leafOf, moved } from './draw-cells.ts';
import type { LoadedColumn, LoadedModel } from './load-model.ts';
import type { LoadedTree } from './store-tree.ts';

/** Candidates per row: of those that fit a condition's terms so far, the likelier are carried on. */
const CANDIDATES = 64;
const UNIT = 2 ** -32;
/** A leaf without anything allowed lends from its parent, at this weight: a last resort against other candidates. */
const LENT = 1e-6;
const words = new Uint32Array(4);

type Particles = {
  readonly codes: Uint16Array[];
  readonly bins: Uint8Array[];
  /** Numbers, or level codes. */
  readonly values: Float64Array[];
  readonly weight: Float64Array;
};

type Streams = { readonly draw: Stream; readonly pick: Stream };

/**
 * Draws the rows that have a condition anew, over what stands in `out`: at a column with a term only what is allowed
 * is drawn, and the candidates of a row are then resampled by how much of their leaf was allowed (sequential
 * importance resampling), so that the columns before fit the condition as well. No row is rejected.
 *
 * Source: Liu and Chen, "Sequential Monte Carlo methods for dynamic systems", JASA 1998.
 */
export function drawConditioned(
  model: LoadedModel,
  { seed, from, to, control }: SampleRequest,
  plan: ConditionPlan,
  out: readonly Column[],
): void {
  const conditionOf = conditionOfRow(seed, plan);
  const allowed = plan.conditions.map((condition) => allowedColumns(model, condition).allowed);
  const drawer = createRowDrawer(model, seed);
  for (let row = from; row < to; row += 1) {
    const condition = conditionOf(row);
    if (condition < 0) continue;
    if (row % 256 === 0) control?.throwIfAborted();
    const { values, kept } = drawer(row, allowed[condition]!);
    for (let column = 0; column < out.length; column += 1) {
      const target = out[column]!;
      if (target.kind === 'number') target.values[row - from] = values[column]![kept]!;
      else target.codes[row - from] = values[column]![kept]!;
    }
  }
}

type DrawnRow = { readonly values: readonly Float64Array[]; readonly kept: number };

function createRowDrawer(
  model: LoadedModel,
  seed: Seed,
): (row: number, allowed: readonly (Allowed | null)[]) => DrawnRow {
  const { columns, steps } = model;
  const particles: Particles = {
    codes: columns.map(() => new Uint16Array(CANDIDATES)),
    bins: columns.map(() => new Uint8Array(CANDIDATES)),
    values: columns.map(() => new Float64Array(CANDIDATES)),
    weight: new Float64Array(CANDIDATES),
  };
  const streams = columns.map(({ cells }): Streams => {
    const draw = createStream(seed, `conditioned/${cells.name}`);
    return { draw, pick: createStream(seed, `resampled/${cells.name}`) };
  });
  const pickers = columns.map(({ cells }) => createValuePicker(cells));
  const last = createStream(seed, 'conditioned');
  return (row, allowed) => {
    steps.forEach((step, place) => {
      const column = columns[step.column]!;
      const asked = allowed[step.column] ?? null;
      if (step.kind === 'lookup') lookUpAll(particles, columns[step.from]!, step.from, step);
      else drawAll(particles, step.tree, column, step.column, asked, pickers[step.column]!, streams, row);
      const bins = particles.bins[step.column]!;
      const codes = particles.codes[step.column]!;
      for (let each = 0; each < CANDIDATES; each += 1) bins[each] = column.bins.ofCell[codes[each]!]!;
      if (!asked) return;
      const done = steps.slice(0, place + 1).map((before) => before.column);
      resample(particles, done, drawUniform(streams[step.column]!.pick, row));
    });
    return { values: particles.values, kept: Math.floor(drawUniform(last, row) * CANDIDATES) };
  };
}

function drawAll(
  particles: Particles,
  tree: LoadedTree,
  { smooth }: LoadedColumn,
  column: number,
  allowed: Allowed | null,
  picker: ValuePicker,
  streams: readonly Streams[],
  row: number,
): void {
  const { draw } = streams[column]!;
  for (let each = 0; each < CANDIDATES; each += 1) {
    drawBlock(draw, row, each, 0, words);
    const leaf = leafOf(tree, particles.bins, each);
    const found = drawEntry(tree, leaf, allowed, words[0]! * UNIT);
    particles.weight[each] = found.weight;
    let cell = tree.cells[found.entry]!;
    if (smooth && found.node === leaf) {
      const to = moved(tree, leaf, found.entry, smooth, words[2]!, words[3]!);
      if (!allowed || allowed.share[to]! > 0) cell = to;
    }
    particles.codes[column]![each] = cell;
    drawBlock(draw, row, each, 1, words);
    particles.values[column]![each] = picker(cell, allowed, (words[0]! + words[1]! * UNIT) * UNIT);
  }
}

type FoundEntry = { readonly entry: number; readonly node: number; readonly weight: number };

/** An entry of a leaf by its rows, or by the allowed part of them. */
function drawEntry(tree: LoadedTree, leaf: number, allowed: Allowed | null, unit: number): FoundEntry {
  const { first, end, below, cells, parent } = tree;
  if (!allowed) {
    const low = below[first[leaf]!]!;
    const place = low + unit * (below[end[leaf]!]! - low);
    return { entry: entryAt(below, first[leaf]!, end[leaf]!, place), node: leaf, weight: 1 };
  }
  let lent = 1;
  for (let node = leaf; node >= 0; node = parent[node]!) {
    let mass = 0;
    for (let entry = first[node]!; entry < end[node]!; entry += 1)
      mass += (below[entry + 1]! - below[entry]!) * allowed.share[cells[entry]!]!;
    if (mass > 0) {
      let rest = unit * mass;
      let entry = first[node]!;
      let kept = entry;
      for (; entry < end[node]!; entry += 1) {
        const part = (below[entry + 1]! - below[entry]!) * allowed.share[cells[entry]!]!;
        if (part === 0) continue;
        kept = entry;
        if (rest < part) break;
        rest -= part;
      }
      return { entry: kept, node, weight: (lent * mass) / (below[end[node]!]! - below[first[node]!]!) };
    }
    lent *= LENT;
  }
  throw new RangeError('a condition leaves nothing of a column: check conditions before the run');
}

function lookUpAll(
  { codes, values }: Particles,
  from: LoadedColumn,
  fromColumn: number,
  {
    column,
    value,
    cell,
  }: { readonly column: number; readonly value: Float64Array; readonly cell: Uint16Array },
): void {
  const missing = from.cells.counts.length - 1;
  for (let each = 0; each < CANDIDATES; each += 1) {
    const code = codes[fromColumn]![each]!;
    let key = code === missing ? 0 : code + 1;
    if (from.cells.kind === 'category') key = values[fromColumn]![each]! + 1;
    values[column]![each] = value[key]!;
    codes[column]![each] = cell[key]!;
  }
}

/** Carries candidates on by their weight, at evenly spaced places (systematic resampling). */
function resample({ codes, bins, values, weight }: Particles, done: readonly number[], unit: number): void {
  let sum = 0;
  for (const each of weight) sum += each;
  const from = new Uint8Array(CANDIDATES);
  let upTo = weight[0]!;
  let source = 0;
  for (let each = 0; each < CANDIDATES; each += 1) {
    const place = ((each + unit) / CANDIDATES) * sum;
    while (source < CANDIDATES - 1 && upTo <= place) {
      source += 1;
      upTo += weight[source]!;
    }
    from[each] = source;
  }
  for (const column of done) {
    const [code, bin, value] = [codes[column]!.slice(), bins[column]!.slice(), values[column]!.slice()];
    for (let each = 0; each < CANDIDATES; each += 1) {
      codes[column]![each] = code[from[each]!]!;
      bins[column]![each] = bin[from[each]!]!;
      values[column]![each] = value[from[each]!]!;
    }
  }
}
