import type { BinnedTable } from '../binning/bin-table.ts';
import type { Control } from '../control.ts';
import { addForest, forestOf } from './forest.ts';
import { TreeGrower } from './grow-tree.ts';
import type { Slopes } from './losses.ts';
import type { Tree } from './model.ts';
import type { BoostingSettings } from './settings.ts';

/** What is boosted: a loss over scores, `width` of them for each row. */
export type Objective = {
  readonly width: number;
  /** Called at the head of a round. */
  prepare(scores: Float64Array): void;
  /** The derivatives by score `k`. */
  slopes(k: number, scores: Float64Array, out: Slopes): void;
  /** The mean loss of rows. */
  loss(rows: Int32Array, scores: Float64Array): number;
};

/** Rounds without improvement on the held-out rows after which boosting stops, and the least improvement. */
const PATIENCE = 10;
const TOLERANCE = 1e-7;

/**
 * Boosts trees from `scores`, which it changes, by `objective`. With held-out rows it stops once none of the last ten
 * rounds improved their loss.
 */
export function boost(
  table: BinnedTable,
  rows: Int32Array,
  held: Int32Array | undefined,
  scores: Float64Array,
  objective: Objective,
  settings: BoostingSettings,
  control: Control | undefined,
): Tree[][] {
  const grower = new TreeGrower(table, rows, settings);
  const out = { gradients: new Float64Array(table.rows), hessians: new Float64Array(table.rows) };
  const rounds: Tree[][] = [];
  const losses = held === undefined ? [] : [objective.loss(held, scores)];
  while (rounds.length < settings.rounds) {
    control?.throwIfAborted();
    objective.prepare(scores);
    const trees: Tree[] = [];
    for (let k = 0; k < objective.width; k += 1) {
      objective.slopes(k, scores, out);
      trees.push(grower.grow(out.gradients, out.hessians, scores, objective.width, k));
    }
    rounds.push(trees);
    control?.progress(rounds.length, settings.rounds);
    if (held === undefined) continue;
    addForest(forestOf(trees, table.bins), table, scores, objective.width, held);
    losses.push(objective.loss(held, scores));
    if (stalled(losses)) break;
  }
  return rounds;
}

function stalled(losses: readonly number[]): boolean {
  if (losses.length <= PATIENCE) return false;
  const reference = losses[losses.length - 1 - PATIENCE]! - TOLERANCE;
  return losses.slice(-PATIENCE).every((loss) => loss >= reference);
}
