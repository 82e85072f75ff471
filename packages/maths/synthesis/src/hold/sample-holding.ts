import { stackTables, type Table, takeRows } from '@assay/stats';
import type { ConditionTerm } from '../conditions/condition.ts';
import { conditionOfRow } from '../conditions/condition-of-row.ts';
import type { SampleRequest, Seed } from '../generator.ts';
import type { RowTest } from './row-test.ts';
import { TooFewAccepted } from './too-few-accepted.ts';

/** Rows are judged in blocks at fixed places, so that a shard's borders change nothing in them. */
export const HOLD_BLOCK = 8192;
/** Drawn again for one block and need at most; more means that hardly anything is accepted. */
const MOST_DRAWN = 2 ** 22;
/** Drawn again without any that was accepted. */
const MOST_FOR_NONE = 2 ** 17;
/** Numbers of candidates per block, so that no two blocks draw the same. */
const SPAN = 2 ** 24;
const MOST_AT_ONCE = 65_536;

/** Candidate rows in place of others: rows [from, to) of (seed). */
export type Redraw = {
  readonly seed: Seed;
  readonly from: number;
  readonly to: number;
  /** What is made by row number, of the rows that the candidates stand in for: it stays theirs. */
  readonly given: Table;
  /** What is to hold by construction. */
  readonly where: readonly ConditionTerm[];
};

/** How rows are drawn and what each of them must meet. */
export type Holding = {
  /** Rows [from, to) as they come. */
  draw(from: number, to: number): Table;
  redraw(request: Redraw): Table;
  /** Columns that are made by row number. */
  readonly made: readonly string[];
  /** What every row must meet: no test says false. */
  readonly always: readonly RowTest[];
  /** Of each condition: terms for `redraw`, tests that must say true of its rows, and whether `redraw` meets them all. */
  readonly conditions: readonly {
    readonly where: readonly ConditionTerm[];
    readonly tests: readonly RowTest[];
    readonly isExact: boolean;
  }[];
};

/**
 * Rows [from, to), each of which holds: a row of a condition is drawn so that the condition's terms hold by
 * construction, and only what is left over, constraints that are tested and tests of conditions, is met by drawing
 * rows again. A row is the same whatever the range that is asked for. `control.acceptance` follows how many of the
 * rows that were judged are kept.
 *
 * @throws TooFewAccepted when next to nothing is accepted
 */
export function sampleHolding(holding: Holding, request: SampleRequest): Table {
  const { from, to, conditions } = request;
  const asks = conditions?.conditions.some(({ count }) => count > 0);
  if (from === to || (holding.always.length === 0 && asks !== true)) return holding.draw(from, to);
  const conditionOf = conditions === undefined ? () => -1 : conditionOfRow(request.seed, conditions);
  const total = { kept: 0, drawn: 0 };
  const parts: Table[] = [];
  for (let start = Math.floor(from / HOLD_BLOCK) * HOLD_BLOCK; start < to; start += HOLD_BLOCK) {
    request.control?.throwIfAborted();
    const block = heldBlock(holding, request, { start, conditionOf, total });
    const [low, high] = [Math.max(from, start), Math.min(to, start + HOLD_BLOCK)];
    const rows = Array.from({ length: high - low }, (_, row) => low - start + row);
    parts.push(high - low === HOLD_BLOCK ? block : takeRows(block, rows));
    if (total.drawn > 0) request.control?.acceptance?.(total.kept, total.drawn);
  }
  return stackTables(parts);
}

type Block = {
  readonly start: number;
  readonly conditionOf: (row: number) => number;
  readonly total: { kept: number; drawn: number };
};

function heldBlock(holding: Holding, request: SampleRequest, { start, conditionOf, total }: Block): Table {
  const first = holding.draw(start, start + HOLD_BLOCK);
  // Rows that need another draw, by the condition that they are for.
  const open = new Map<number, number[]>();
  const always = holding.always.map((test) => test(first));
  for (let row = 0; row < HOLD_BLOCK; row += 1) {
    const condition = conditionOf(start + row);
    if (condition < 0) {
      if (always.length === 0) continue;
      total.drawn += 1;
      if (always.every((test) => test(row) !== false)) {
        total.kept += 1;
        continue;
      }
    }
    const rows = open.get(condition);
    if (rows === undefined) open.set(condition, [row]);
    else rows.push(row);
  }
  if (open.size === 0) return first;
  const source = Int32Array.from({ length: HOLD_BLOCK }, (_, row) => row);
  const taken: Table[] = [first];
  let offset = HOLD_BLOCK;
  for (const [condition, rows] of [...open].sort(([a], [b]) => a - b))
    for (const { table, places } of redrawn(holding, request, { start, first, condition, rows, total })) {
      for (const [at, row] of places.entries()) source[row] = offset + at;
      taken.push(table);
      offset += table.rows;
    }
  return takeRows(stackTables(taken), source);
}

type Wanted = {
  readonly start: number;
  /** The block as it came first. */
  readonly first: Table;
  readonly condition: number;
  readonly rows: readonly number[];
  readonly total: { kept: number; drawn: number };
};

/** Accepted rows and the places of the block that they take, until every place is taken. */
function* redrawn(
  holding: Holding,
  { seed, control }: SampleRequest,
  { start, first, condition, rows, total }: Wanted,
): Generator<{ table: Table; places: number[] }> {
  const need = holding.conditions[condition] ?? { where: [], tests: [], isExact: true };
  const { where, tests: asked } = need;
  const made = first.columns.filter(({ name }) => holding.made.includes(name));
  const judged = !need.isExact || holding.always.length > 0;
  let left = [...rows];
  let [drawn, kept] = [0, 0];
  while (left.length > 0) {
    control?.throwIfAborted();
    if (drawn >= MOST_DRAWN || (kept === 0 && drawn >= MOST_FOR_NONE))
      throw new TooFewAccepted(condition, kept, drawn);
    // How many candidates a row gets at a time follows from how many were accepted so far.
    const rate = drawn === 0 ? 1 : (kept + 1) / (drawn + 2);
    const each = Math.max(1, Math.min(Math.round(0.7 / rate), Math.floor(MOST_AT_ONCE / left.length)));
    const slots = left.flatMap((row) => Array.from({ length: each }, () => row));
    const at = (start / HOLD_BLOCK) * SPAN + drawn;
    const table = holding.redraw({
      seed: `${seed}/again${condition < 0 ? '' : `/${condition}`}`,
      from: at,
      to: at + slots.length,
      given: takeRows({ rows: first.rows, columns: made }, slots),
      where,
    });
    const always = holding.always.map((test) => test(table));
    const tests = asked.map((test) => test(table));
    const chosen: number[] = [];
    const places: number[] = [];
    const still: number[] = [];
    left.forEach((row, index) => {
      for (let place = index * each; place < (index + 1) * each; place += 1) {
        if (judged) total.drawn += 1;
        if (!tests.every((test) => test(place) === true)) continue;
        if (!always.every((test) => test(place) !== false)) continue;
        chosen.push(place);
        places.push(row);
        return;
      }
      still.push(row);
    });
    drawn += slots.length;
    kept += chosen.length;
    if (judged) total.kept += chosen.length;
    left = still;
    if (chosen.length > 0) yield { table: takeRows(table, chosen), places };
  }
}
