export type Level = { width: number; height: number; columns: number; rows: number };
export type Pyramid = { tileSize: number; levels: readonly Level[] };
/** A part of the picture, in its pixels. */
export type Part = { minX: number; minY: number; maxX: number; maxY: number };
export type Tile = { level: number; column: number; row: number; at: Part };

/** The smallest level that is no coarser than the screen at a zoom: of a picture at half its size level 1. */
export function levelAt(pyramid: Pyramid, zoom: number): number {
  const level = Math.floor(Math.log2(1 / zoom) + 1e-9);
  return Math.min(pyramid.levels.length - 1, Math.max(0, level));
}

/** The tiles of a level that a part of the picture touches, those in its middle first. */
export function tilesOf(
  pyramid: Pyramid,
  size: { width: number; height: number },
  level: number,
  part: Part,
): Tile[] {
  const found = pyramid.levels[level];
  if (found === undefined) return [];
  // Levels are rounded to whole pixels, so that their scale is their own.
  const scale = { x: size.width / found.width, y: size.height / found.height };
  const side = { x: pyramid.tileSize * scale.x, y: pyramid.tileSize * scale.y };
  const first = (from: number, length: number) => Math.max(0, Math.floor(from / length));
  const last = (to: number, length: number, count: number) => Math.min(count - 1, Math.ceil(to / length) - 1);
  const tiles: Tile[] = [];
  for (let row = first(part.minY, side.y); row <= last(part.maxY, side.y, found.rows); row += 1) {
    for (
      let column = first(part.minX, side.x);
      column <= last(part.maxX, side.x, found.columns);
      column += 1
    ) {
      const at = {
        minX: column * side.x,
        minY: row * side.y,
        maxX: Math.min(size.width, (column + 1) * side.x),
        maxY: Math.min(size.height, (row + 1) * side.y),
      };
      tiles.push({ level, column, row, at });
    }
  }
  const middle = { x: (part.minX + part.maxX) / 2, y: (part.minY + part.maxY) / 2 };
  const away = ({ at }: Tile) =>
    Math.hypot((at.minX + at.maxX) / 2 - middle.x, (at.minY + at.maxY) / 2 - middle.y);
  return tiles.sort((a, b) => away(a) - away(b));
}
