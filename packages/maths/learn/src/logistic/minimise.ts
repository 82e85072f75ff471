import { defined, type Result, undefinedBecause } from '@assay/stats';
import type { Control } from '../control.ts';

/** A smooth function: returns its value at `at` and writes its derivatives to `slopes`. */
export type Smooth = (at: Float64Array, slopes: Float64Array) => number;

export type Minimum = { readonly at: Float64Array; readonly value: number; readonly iterations: number };

/** Pairs of steps that stand for the curvature: many, as one-hot terms that sum to 1 leave narrow valleys. */
const MEMORY = 80;
const ENOUGH_DESCENT = 1e-4;
const ENOUGH_TURN = 0.9;
const TRIALS = 60;

type Pair = { readonly step: Float64Array; readonly turn: Float64Array; readonly product: number };

export type MinimiseSettings = {
  readonly tolerance: number;
  readonly iterations: number;
  /** About how curved the function is along each axis; equally when left out. Good guesses save steps. */
  readonly curvature?: Float64Array;
};

/**
 * Minimises a convex smooth function from `start` by L-BFGS, with a line search by bisection for the weak Wolfe
 * conditions. Done when no derivative is larger than `tolerance`.
 *
 * Undefined: 'not-converged' after `iterations` steps, or where no step descends any more; 'not-finite'.
 * Source: Nocedal, Mathematics of Computation 35 (1980); Lewis and Overton, Mathematical Programming 141 (2013).
 */
export function minimise(
  of: Smooth,
  start: Float64Array,
  { tolerance, iterations, curvature = new Float64Array(start.length).fill(1) }: MinimiseSettings,
  control?: Control,
): Result<Minimum> {
  let at = Float64Array.from(start);
  let slopes = new Float64Array(at.length);
  let value = of(at, slopes);
  const pairs: Pair[] = [];
  for (let iteration = 0; ; iteration += 1) {
    if (!Number.isFinite(value)) return undefinedBecause('not-finite');
    if (largest(slopes) <= tolerance) return defined({ at, value, iterations: iteration });
    if (iteration === iterations) return undefinedBecause('not-converged');
    control?.throwIfAborted();
    const direction = descent(slopes, pairs, curvature);
    const reach = pairs.length === 0 ? Math.min(1, 1 / Math.sqrt(dot(direction, direction))) : 1;
    const found = search(of, at, value, slopes, direction, reach);
    if (found === undefined) {
      // The curvature that is remembered may be what misleads: once without it.
      if (pairs.length === 0) return undefinedBecause('not-converged');
      pairs.length = 0;
      continue;
    }
    const step = difference(found.at, at);
    const turn = difference(found.slopes, slopes);
    const product = dot(step, turn);
    if (product > Number.EPSILON * dot(turn, turn)) pairs.push({ step, turn, product });
    if (pairs.length > MEMORY) pairs.shift();
    ({ at, slopes, value } = found);
    control?.progress(iteration + 1, iterations);
  }
}

/** Minus the remembered inverse curvature times the derivatives: the two-loop recursion. */
function descent(slopes: Float64Array, pairs: readonly Pair[], curvature: Float64Array): Float64Array {
  const direction = slopes.map((slope) => -slope);
  const shares = new Float64Array(pairs.length);
  for (let at = pairs.length - 1; at >= 0; at -= 1) {
    const { step, turn, product } = pairs[at]!;
    shares[at] = dot(step, direction) / product;
    addScaled(direction, -shares[at]!, turn);
  }
  const last = pairs.at(-1);
  const scale =
    last === undefined
      ? 1
      : last.product / last.turn.reduce((sum, each, at) => sum + each ** 2 / curvature[at]!, 0);
  for (let at = 0; at < direction.length; at += 1) direction[at]! *= scale / curvature[at]!;
  for (const [at, { step, turn, product }] of pairs.entries())
    addScaled(direction, shares[at]! - dot(turn, direction) / product, step);
  return direction;
}

type Found = {
  readonly at: Float64Array<ArrayBuffer>;
  readonly slopes: Float64Array<ArrayBuffer>;
  readonly value: number;
};

function search(
  of: Smooth,
  from: Float64Array,
  value: number,
  slopes: Float64Array,
  direction: Float64Array,
  reach: number,
): Found | undefined {
  const fall = dot(slopes, direction);
  if (!(fall < 0)) return undefined;
  let low = 0;
  let high = Number.POSITIVE_INFINITY;
  let length = reach;
  for (let trial = 0; trial < TRIALS; trial += 1) {
    const at = Float64Array.from(from);
    addScaled(at, length, direction);
    const there = new Float64Array(at.length);
    const reached = of(at, there);
    if (!(reached <= value + ENOUGH_DESCENT * length * fall)) high = length;
    else if (dot(there, direction) < ENOUGH_TURN * fall) low = length;
    else return { at, slopes: there, value: reached };
    length = high === Number.POSITIVE_INFINITY ? 2 * low : (low + high) / 2;
  }
  return undefined;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += a[at]! * b[at]!;
  return sum;
}

function addScaled(to: Float64Array, factor: number, by: Float64Array): void {
  for (let at = 0; at < to.length; at += 1) to[at]! += factor * by[at]!;
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, at) => value - b[at]!);
}

function largest(values: Float64Array): number {
  let result = 0;
  for (const value of values) result = Math.max(result, Math.abs(value));
  return result;
}
