/** A level's sizes and how many tiles it has. */
export type LevelSize = { width: number; height: number; columns: number; rows: number };

/** Levels from the whole picture down to the first that is a single tile; each side is half of the last, rounded up. */
export function pyramidLevels(width: number, height: number, tile: number): LevelSize[] {
  const levels: LevelSize[] = [];
  for (let [wide, high] = [width, height]; ; [wide, high] = [Math.ceil(wide / 2), Math.ceil(high / 2)]) {
    levels.push({ width: wide, height: high, columns: Math.ceil(wide / tile), rows: Math.ceil(high / tile) });
    if (wide <= tile && high <= tile) return levels;
  }
}
