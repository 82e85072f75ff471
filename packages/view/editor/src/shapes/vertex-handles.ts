import { edgesOf, midpoint, type Point, stretchesOf } from '@assay/geometry';
import type { Handle } from './shape-module.ts';

/** A handle on each vertex (`v0`, ...) and on the middle of each edge (`m0`, ..., by the vertex before it). */
export function vertexHandles(points: readonly Point[], isClosed: boolean): Handle[] {
  const edges = isClosed ? edgesOf(points) : stretchesOf(points);
  return [
    ...points.map((point, at): Handle => ({ id: `v${at}`, kind: 'vertex', point })),
    ...edges.map(([a, b], at): Handle => ({ id: `m${at}`, kind: 'midpoint', point: midpoint(a, b) })),
  ];
}

/** The points with a vertex moved, or a new one made of an edge's middle; undefined for another handle. */
export function moveVertexHandle(
  points: readonly Point[],
  isClosed: boolean,
  handle: string,
  to: Point,
): readonly Point[] | undefined {
  const found = /^([vm])(\d+)$/.exec(handle);
  if (found === null) return undefined;
  const at = Number(found[2]);
  const edges = isClosed ? points.length : points.length - 1;
  if (found[1] === 'v') return at < points.length ? points.with(at, to) : undefined;
  return at < edges ? points.toSpliced(at + 1, 0, to) : undefined;
}

/** The points without a vertex; undefined for another handle, or where fewer than `least` would be left. */
export function withoutVertex(
  points: readonly Point[],
  handle: string,
  least: number,
): readonly Point[] | undefined {
  const at = Number(/^v(\d+)$/.exec(handle)?.[1] ?? Number.NaN);
  return at < points.length && points.length > least ? points.toSpliced(at, 1) : undefined;
}
