import { type Camera, type Size, visibleBounds } from '@assay/editor';
import type { Bounds } from '@assay/geometry';

/**
 * A picture as a pyramid of tiles: level 0 has all pixels, each further level half as many along each side, rounded up.
 * Each level shows the whole picture.
 */
export type Pyramid = {
  readonly size: Size;
  /** How many levels there are: at least 1. */
  readonly levels: number;
  /** Sides of a tile, but for those at the right and the lower border of the picture. */
  readonly tileSize: number;
};

/** A tile of a picture by its place. */
export type TilePlace = { readonly level: number; readonly column: number; readonly row: number };

export const tileKey = ({ level, column, row }: TilePlace): string => `${level}/${column}/${row}`;

/** Sides of the tiles of what is cut here. */
export const TILE_SIZE = 512;

/** Levels until the whole picture is one tile. */
export function levelsOf({ width, height }: Size): number {
  return Math.max(0, Math.ceil(Math.log2(Math.max(width, height) / TILE_SIZE))) + 1;
}

/** The pixels of a level along each side. */
export const sizeOfLevel = ({ width, height }: Size, level: number): Size => ({
  width: Math.ceil(width / 2 ** level),
  height: Math.ceil(height / 2 ** level),
});

/** The coarsest level that has a pixel for each pixel of the device; the finest where none has. */
export function levelFor({ levels }: Pick<Pyramid, 'levels'>, devicePixels: number): number {
  const fitting = Math.floor(Math.log2(1 / devicePixels) + 1e-9);
  return Math.min(levels - 1, Math.max(0, fitting));
}

/** The sides of a tile of a level in pixels of the image: a level that was rounded up has a scale of its own. */
function sidesOf({ size, tileSize }: Pyramid, level: number): Size {
  const { width, height } = sizeOfLevel(size, level);
  return { width: (tileSize * size.width) / width, height: (tileSize * size.height) / height };
}

/** What a tile covers, in pixels of the image. */
export function tileBounds(pyramid: Pyramid, { level, column, row }: TilePlace): Bounds {
  const { size } = pyramid;
  const side = sidesOf(pyramid, level);
  return {
    minX: column * side.width,
    minY: row * side.height,
    maxX: Math.min(size.width, (column + 1) * side.width),
    maxY: Math.min(size.height, (row + 1) * side.height),
  };
}

/** The tiles of a level of which something is seen, those in the middle of the screen first. */
export function tilesInView(pyramid: Pyramid, level: number, camera: Camera, screen: Size): TilePlace[] {
  const { size } = pyramid;
  const seen = visibleBounds(camera, screen);
  const side = sidesOf(pyramid, level);
  const [fromX, toX] = placesOf(seen.minX, seen.maxX, size.width, side.width);
  const [fromY, toY] = placesOf(seen.minY, seen.maxY, size.height, side.height);
  const tiles: TilePlace[] = [];
  for (let row = fromY; row <= toY; row += 1) {
    for (let column = fromX; column <= toX; column += 1) tiles.push({ level, column, row });
  }
  const [middleX, middleY] = [
    (seen.minX + seen.maxX) / 2 / side.width - 0.5,
    (seen.minY + seen.maxY) / 2 / side.height - 0.5,
  ];
  const away = ({ column, row }: TilePlace) => Math.hypot(column - middleX, row - middleY);
  return tiles.sort((a, b) => away(a) - away(b));
}

/** The tiles that are needed for what a screen shows, the most urgent first. */
export function tilesNeeded(
  pyramid: Pyramid,
  { camera, screen, ratio }: { readonly camera: Camera; readonly screen: Size; readonly ratio: number },
): TilePlace[] {
  const level = levelFor(pyramid, camera.zoom * ratio);
  const fine = tilesInView(pyramid, level, camera, screen);
  const coarsest = pyramid.levels - 1;
  // The coarsest level is a single tile, and the first thing to be seen.
  return level === coarsest ? fine : [{ level: coarsest, column: 0, row: 0 }, ...fine];
}

/** First and last place of tiles along an axis; the last is before the first where nothing is seen. */
function placesOf(from: number, to: number, length: number, side: number): [number, number] {
  if (from >= length || to <= 0) return [0, -1];
  const count = Math.ceil(length / side - 1e-9);
  return [
    Math.min(count - 1, Math.max(0, Math.floor(from / side))),
    Math.min(count, Math.ceil(to / side)) - 1,
  ];
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
