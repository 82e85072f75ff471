import { AssayError, type Predicate } from '@assay/contracts';
import { formatPredicate } from '@assay/domain';
import { createPermutation, createStream } from '@assay/random';
import { findColumn, stackTables, type Table, tableOf, takeRows } from '@assay/stats';
import type { Control } from '@assay/synthesis';
import { finishTable, rejected } from './constraints.ts';
import type { Engine } from './engines.ts';
import type { FittedModelDocument } from './model-document.ts';
import { reserveRows } from './reserve-rows.ts';
import { rowTest } from './row-test.ts';

/** Rows are drawn in blocks at fixed places of the run, so that a shard's borders change nothing in them. */
const BLOCK = 4096;
/** Drawn again for one block at most; more means that hardly anything is accepted. */
const MOST_DRAWN = 2 ** 22;

export type Acceptance = { kept: number; drawn: number };

export type DrawRequest = {
  seed: string;
  from: number;
  to: number;
  /** Rows of the whole run, which the plan of its conditions is made for. */
  rows: number;
  control: Control;
  /** After each block: how many rows of the request are there. */
  onBlock: (done: number) => Promise<void>;
};

/** What a row has to satisfy: the constraints, and the condition that it was set aside for. */
type Need = { name: string; where: Predicate | null };

/**
 * Rows [from, to) of the run that (model, seed, rows) stands for: each the same whatever the borders. Rows set aside
 * for a condition, and rows that break a constraint, are drawn again until one fits.
 *
 * @throws AssayError `bad-input` when next to nothing is accepted
 */
export async function drawRows(
  engine: Engine,
  document: FittedModelDocument,
  request: DrawRequest,
): Promise<{ table: Table; acceptance: Acceptance | null }> {
  const { recipe } = document;
  const reserved = reserveRows(recipe, document.probe, request.rows);
  const judged = rejected(recipe).length > 0 || reserved.some((count) => count > 0);
  const conditionOf = conditionPlan(reserved, request);
  const parts: Table[] = [];
  const total: Acceptance = { kept: 0, drawn: 0 };
  for (let start = Math.floor(request.from / BLOCK) * BLOCK; start < request.to; start += BLOCK) {
    request.control.throwIfAborted();
    const end = Math.min(request.rows, start + BLOCK);
    const first = finishTable(
      engine.sample(document.model, {
        seed: request.seed,
        from: start,
        to: end,
        control: request.control,
      }),
      document.finishing,
    );
    const block = judged ? drawAgain(engine, document, request, { first, start, conditionOf, total }) : first;
    const [low, high] = [Math.max(request.from, start), Math.min(request.to, end)];
    parts.push(
      low === start && high === end
        ? block
        : takeRows(
            block,
            Array.from({ length: high - low }, (_, row) => low - start + row),
          ),
    );
    await request.onBlock(high - request.from);
  }
  return { table: stackTables(parts), acceptance: judged ? total : null };
}

/** Which condition a row of the run is set aside for; -1 for none. Rows are spread over the run, not in front. */
function conditionPlan(reserved: readonly number[], { seed, rows }: DrawRequest): (row: number) => number {
  if (reserved.every((count) => count === 0)) return () => -1;
  const places = createPermutation(createStream(seed, 'conditions'), rows);
  const ends: number[] = [];
  for (const count of reserved) ends.push((ends.at(-1) ?? 0) + count);
  return (row) => {
    const place = places.at(row);
    return ends.findIndex((end) => place < end);
  };
}

function drawAgain(
  engine: Engine,
  document: FittedModelDocument,
  request: DrawRequest,
  block: { first: Table; start: number; conditionOf: (row: number) => number; total: Acceptance },
): Table {
  const { recipe, columns: specs } = document;
  const always = rejected(recipe).map((where) => rowTest(where, specs));
  const conditions = recipe.conditions.map(({ where }) => rowTest(where, specs));
  const holdsIn = (table: Table) => {
    const tests = always.map((test) => test(table));
    const wanted = conditions.map((test) => test(table));
    return (row: number, condition: number) =>
      tests.every((test) => test(row) !== false) && (condition < 0 || wanted[condition]!(row) === true);
  };
  const { first, start, total } = block;
  const firstHolds = holdsIn(first);
  // Rows that need another draw, by what they need.
  const open = new Map<number, number[]>();
  for (let row = 0; row < first.rows; row += 1) {
    const condition = block.conditionOf(start + row);
    total.drawn += 1;
    if (firstHolds(row, condition)) total.kept += 1;
    else open.set(condition, [...(open.get(condition) ?? []), row]);
  }
  if (open.size === 0) return first;
  const source = Int32Array.from({ length: first.rows }, (_, row) => row);
  const taken: Table[] = [];
  let offset = first.rows;
  for (const [condition, rows] of [...open].sort(([a], [b]) => a - b)) {
    const need: Need = {
      name: condition < 0 ? 'again' : `again/${condition}`,
      where: condition < 0 ? null : recipe.conditions[condition]!.where,
    };
    let drawn = 0;
    let next = 0;
    // How many are drawn at a time follows from how many were accepted so far.
    let rate = 0.25;
    while (next < rows.length) {
      if (drawn >= MOST_DRAWN) throw tooRare(need, next, drawn);
      const size = Math.max(256, Math.min(65_536, Math.ceil((1.2 * (rows.length - next)) / rate)));
      const at = (start / BLOCK) * MOST_DRAWN * 2 + drawn;
      const candidates = finishTable(
        engine.sample(document.model, {
          seed: `${request.seed}/${need.name}`,
          from: at,
          to: at + size,
          control: request.control,
        }),
        document.finishing,
      );
      const holds = holdsIn(candidates);
      const kept: number[] = [];
      let looked = 0;
      for (; looked < size && next < rows.length; looked += 1) {
        if (!holds(looked, condition)) continue;
        source[rows[next]!] = offset + kept.length;
        kept.push(looked);
        next += 1;
      }
      total.drawn += looked;
      total.kept += kept.length;
      drawn += size;
      rate = Math.max(1e-4, (next + 1) / (drawn + 2));
      taken.push(takeRows(candidates, kept));
      offset += kept.length;
    }
  }
  const replaced = takeRows(stackTables([first, ...taken]), source);
  const made = new Set(document.made);
  // What is counted or made up by row number stays with its row.
  return tableOf(
    replaced.columns.map((column) => (made.has(column.name) ? findColumn(first, column.name)! : column)),
  );
}

function tooRare({ where }: Need, kept: number, drawn: number): AssayError {
  const what = where === null ? 'the constraints' : `“${formatPredicate(where)}”`;
  return new AssayError(
    'bad-input',
    `Of ${drawn} rows drawn, ${kept} satisfy ${what}: that is too few to go on.`,
    {
      field: where === null ? 'document.constraints' : 'document.conditions',
      next: 'Loosen it, or ask for fewer such rows.',
    },
  );
}
