import { expect, test } from 'vitest';
import { type LiveWireCosts, liveWireCosts, snapToEdge, startLiveWire } from '../index.ts';
import { scatter } from '../testing/objects.ts';
import { greyOf } from '../testing/patterns.ts';

const DISC = { x: 60, y: 50, radius: 32 };
const disc = (): LiveWireCosts =>
  liveWireCosts(
    greyOf(120, 100, (x, y) => (Math.hypot(x - DISC.x, y - DISC.y) < DISC.radius ? 180 : 70) + (x % 3)),
  );

const pointsOf = (path: Int32Array): [number, number][] =>
  Array.from({ length: path.length / 2 }, (_, at) => [path[at * 2]!, path[at * 2 + 1]!]);

test('a path between two points of an edge follows the edge, by steps to neighbours', () => {
  const costs = disc();
  const wire = startLiveWire(costs, { x: DISC.x - DISC.radius, y: DISC.y });
  const path = pointsOf(wire.pathTo(DISC.x, DISC.y - DISC.radius));
  expect(path[0]).toEqual([DISC.x - DISC.radius, DISC.y]);
  expect(path.at(-1)).toEqual([DISC.x, DISC.y - DISC.radius]);
  for (const [index, [x, y]] of path.entries()) {
    expect(Math.abs(Math.hypot(x - DISC.x, y - DISC.y) - DISC.radius)).toBeLessThan(2);
    const [beforeX, beforeY] = path[Math.max(0, index - 1)]!;
    expect(Math.max(Math.abs(x - beforeX), Math.abs(y - beforeY))).toBe(index === 0 ? 0 : 1);
  }
  expect(path.length).toBeGreaterThan((Math.PI / 2) * DISC.radius * 0.8);
});

/** The cost of a step as the sources define it, in real numbers. */
function stepCost(
  costs: LiveWireCosts,
  from: readonly [number, number],
  to: readonly [number, number],
): number {
  const [at, next] = [from, to].map(([x, y]) => y * costs.width + x) as [number, number];
  const [across, down] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(across, down);
  const dot = (pixel: number) =>
    Math.min(1, Math.max(-1, (costs.edgeX[pixel]! * across + costs.edgeY[pixel]! * down) / length / 127));
  const sense = dot(at) < 0 ? -1 : 1;
  const turn = (2 / (3 * Math.PI)) * (Math.acos(sense * dot(at)) + Math.acos(sense * dot(next)));
  return 1 + (length > 1 ? costs.fromCorner[next]! : costs.fromSide[next]!) + 43 * turn;
}

/** The least cost to each pixel, by going over all steps until nothing becomes cheaper. */
function leastCosts(costs: LiveWireCosts, seed: readonly [number, number]): Float64Array {
  const { width, height } = costs;
  const least = new Float64Array(width * height).fill(Number.POSITIVE_INFINITY);
  least[seed[1] * width + seed[0]] = 0;
  for (let changed = true; changed; ) {
    changed = false;
    for (let at = 0; at < least.length; at += 1) {
      const [x, y] = [at % width, Math.floor(at / width)];
      for (let neighbour = 0; neighbour < 9; neighbour += 1) {
        const [nextX, nextY] = [x + (neighbour % 3) - 1, y + Math.floor(neighbour / 3) - 1];
        if (nextX < 0 || nextY < 0 || nextX >= width || nextY >= height || neighbour === 4) continue;
        const total = least[at]! + stepCost(costs, [x, y], [nextX, nextY]);
        if (total >= least[nextY * width + nextX]! - 1e-9) continue;
        least[nextY * width + nextX] = total;
        changed = true;
      }
    }
  }
  return least;
}

test('no path is cheaper, as far as costs in whole hundredths go', () => {
  for (let picture = 0; picture < 5; picture += 1) {
    const costs = liveWireCosts(
      greyOf(18, 14, (x, y) => 255 * scatter(picture, Math.floor(x / 3) * 7 + Math.floor(y / 2))),
    );
    const least = leastCosts(costs, [4, 9]);
    const wire = startLiveWire(costs, { x: 4, y: 9 });
    for (let at = 0; at < least.length; at += 1) {
      const path = pointsOf(wire.pathTo(at % 18, Math.floor(at / 18)));
      let total = 0;
      for (let step = 1; step < path.length; step += 1)
        total += stepCost(costs, path[step - 1]!, path[step]!);
      expect(total).toBeGreaterThanOrEqual(least[at]! - 1e-9);
      // each step is rounded by half a hundredth, and its directions by a 127th
      expect(total).toBeLessThanOrEqual(least[at]! + 2 * path.length);
    }
  }
});

test('looking ahead changes no path, and ends when all is known', () => {
  const costs = disc();
  const [plain, ahead] = [startLiveWire(costs, { x: 10, y: 10 }), startLiveWire(costs, { x: 10, y: 10 })];
  expect(ahead.expand(500)).toBe(true);
  expect(ahead.expand(120 * 100)).toBe(false);
  for (const [x, y] of [
    [90, 70],
    [28, 50],
    [119, 99],
  ] as const) {
    expect([...ahead.pathTo(x, y)]).toEqual([...plain.pathTo(x, y)]);
  }
});

test('a goal beyond the window is brought to its border, a seed outside the picture refused', () => {
  const wire = startLiveWire(disc(), { x: 60, y: 50 }, 20);
  expect(pointsOf(wire.pathTo(500, 50)).at(-1)).toEqual([80, 50]);
  expect(pointsOf(wire.pathTo(-5, -5)).at(-1)).toEqual([40, 30]);
  expect(pointsOf(wire.pathTo(60, 50))).toEqual([[60, 50]]);
  expect(() => startLiveWire(disc(), { x: 120, y: 0 })).toThrow(RangeError);
});

test('a flat picture has straight paths', () => {
  const wire = startLiveWire(liveWireCosts(greyOf(40, 40, () => 90)), { x: 5, y: 5 });
  expect(pointsOf(wire.pathTo(25, 5)).length).toBe(21);
  expect(pointsOf(wire.pathTo(25, 25)).length).toBe(21);
});

test('a click is brought to the steepest pixel near it', () => {
  const { x, y } = snapToEdge(disc(), { x: DISC.x - DISC.radius + 4, y: DISC.y - 1 }, 6);
  expect(Math.abs(Math.hypot(x - DISC.x, y - DISC.y) - DISC.radius)).toBeLessThan(1.5);
  expect(snapToEdge(liveWireCosts(greyOf(9, 9, () => 7)), { x: 4, y: 4 }, 3)).toEqual({ x: 4, y: 4 });
});
