import { setImmediate as breathe } from 'node:timers/promises';
import { AssayError, type Recipe } from '@assay/contracts';
import { formatPredicate } from '@assay/domain';
import { stackTables, type Table } from '@assay/stats';
import { type Control, TooFewAccepted } from '@assay/synthesis';
import type { Engine } from './engines.ts';
import type { FittedModelDocument } from './model-document.ts';
import { planConditions } from './plan-conditions.ts';
import { reserveRows } from './reserve-rows.ts';

/** Rows that are drawn between two signs of life: as many as generators draw and judge together. */
const STEP = 8192;

/** Of rows that had to be judged, how many were kept. */
export type Acceptance = { kept: number; drawn: number };

export type DrawRequest = {
  seed: string;
  from: number;
  to: number;
  /** Rows of the whole run, which the plan of its conditions is made for. */
  rows: number;
  control: Control;
  /** After each step: how many rows of the request are there, and how many were kept of those judged. */
  onStep: (done: number, acceptance: Acceptance | null) => Promise<void>;
};

/**
 * Rows [from, to) of the run that (model, seed, rows) stands for: each the same whatever the borders. Constraints and
 * conditions hold by construction where the method can do that; the rest of them by drawing rows again.
 *
 * @throws AssayError `bad-input` when next to nothing is accepted
 */
export async function drawRows(
  engine: Engine,
  document: FittedModelDocument,
  { seed, from, to, rows, control, onStep }: DrawRequest,
): Promise<{ table: Table; acceptance: Acceptance | null }> {
  const { recipe, columns, probe, model } = document;
  const conditions = planConditions(recipe, columns, reserveRows(recipe, probe, rows));
  const parts: Table[] = [];
  let total: Acceptance | null = null;
  for (let start = from; start < to; ) {
    control.throwIfAborted();
    const end = Math.min(to, (Math.floor(start / STEP) + 1) * STEP);
    let judged: Acceptance | null = null;
    const sampled = () =>
      engine.sample(model, {
        seed,
        from: start,
        to: end,
        control: {
          ...control,
          acceptance: (kept, drawn) => {
            judged = { kept, drawn };
          },
        },
        ...(conditions.length === 0 ? {} : { conditions: { rows, conditions } }),
      });
    parts.push(asRefused(recipe, sampled));
    total = sumOf(total, judged);
    start = end;
    await onStep(end - from, total);
    await breathe();
  }
  return { table: stackTables(parts), acceptance: total };
}

/** Two counts together; null where nothing was judged. */
export function sumOf(a: Acceptance | null, b: Acceptance | null): Acceptance | null {
  if (a === null || b === null) return a ?? b;
  return { kept: a.kept + b.kept, drawn: a.drawn + b.drawn };
}

/** Says in words that next to nothing was accepted. */
export function asRefused<T>({ conditions }: Recipe, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof TooFewAccepted)) throw error;
    const where = conditions[error.condition]?.where;
    const what = where === undefined ? 'the constraints' : `“${formatPredicate(where)}”`;
    throw new AssayError(
      'bad-input',
      `Of ${error.drawn} rows drawn, ${error.kept} satisfy ${what}: that is too few to go on.`,
      {
        field: where === undefined ? 'document.constraints' : `document.conditions.${error.condition}`,
        next: 'Loosen it, or ask for fewer such rows.',
        cause: error,
      },
    );
  }
}
