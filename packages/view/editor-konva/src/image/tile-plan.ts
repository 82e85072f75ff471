import { type Camera, type Size, visibleBounds } from '@assay/editor';
import type { Bounds } from '@assay/geometry';
import { TILE_SIZE } from './image-source.ts';

/** A tile of a picture by its place. */
export type TilePlace = { readonly level: number; readonly column: number; readonly row: number };

export const tileKey = ({ level, column, row }: TilePlace): string => `${level}/${column}/${row}`;

/** A picture as far as its tiles are concerned. */
export type Pyramid = { readonly size: Size; readonly levels: number };

/** The coarsest level that has a pixel for each pixel of the device; the finest where none has. */
export function levelFor({ levels }: Pyramid, devicePixels: number): number {
  const fitting = Math.floor(Math.log2(1 / devicePixels) + 1e-9);
  return Math.min(levels - 1, Math.max(0, fitting));
}

/** What a tile covers, in pixels of the image. */
export function tileBounds({ size }: Pyramid, { level, column, row }: TilePlace): Bounds {
  const side = TILE_SIZE * 2 ** level;
  return {
    minX: column * side,
    minY: row * side,
    maxX: Math.min(size.width, (column + 1) * side),
    maxY: Math.min(size.height, (row + 1) * side),
  };
}

/** The tiles of a level of which something is seen, those in the middle of the screen first. */
export function tilesInView(pyramid: Pyramid, level: number, camera: Camera, screen: Size): TilePlace[] {
  const { size } = pyramid;
  const seen = visibleBounds(camera, screen);
  const side = TILE_SIZE * 2 ** level;
  const [fromX, toX] = placesOf(seen.minX, seen.maxX, size.width, side);
  const [fromY, toY] = placesOf(seen.minY, seen.maxY, size.height, side);
  const tiles: TilePlace[] = [];
  for (let row = fromY; row <= toY; row += 1) {
    for (let column = fromX; column <= toX; column += 1) tiles.push({ level, column, row });
  }
  const [middleX, middleY] = [
    (seen.minX + seen.maxX) / 2 / side - 0.5,
    (seen.minY + seen.maxY) / 2 / side - 0.5,
  ];
  const away = ({ column, row }: TilePlace) => Math.hypot(column - middleX, row - middleY);
  return tiles.sort((a, b) => away(a) - away(b));
}

/** First and last place of tiles along an axis; the last is before the first where nothing is seen. */
function placesOf(from: number, to: number, length: number, side: number): [number, number] {
  if (from >= length || to <= 0) return [0, -1];
  return [Math.max(0, Math.floor(from / side)), Math.min(Math.ceil(length / side), Math.ceil(to / side)) - 1];
}

/** The tiles of the level that is wanted, and before them the coarser ones under those that are not there. */
export function drawOrder(
  pyramid: Pyramid,
  { camera, screen, ratio }: { readonly camera: Camera; readonly screen: Size; readonly ratio: number },
  isThere: (place: TilePlace) => boolean,
): TilePlace[] {
  const level = levelFor(pyramid, camera.zoom * ratio);
  const found = new Map<string, TilePlace>();
  for (const place of tilesInView(pyramid, level, camera, screen)) {
    for (let at = place; at.level < pyramid.levels; at = parentOf(at)) {
      if (!isThere(at)) continue;
      found.set(tileKey(at), at);
      break;
    }
  }
  return [...found.values()].sort((a, b) => b.level - a.level);
}

const parentOf = ({ level, column, row }: TilePlace): TilePlace => ({
  level: level + 1,
  column: column >> 1,
  row: row >> 1,
});
