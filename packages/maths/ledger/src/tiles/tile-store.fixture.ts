import { type Appended, type ReadTile, type TileNeed, tilesForAppend } from '../index.ts';

/** Tiles in memory, kept as the database keeps them: one row for each place, the longer replacing the shorter. */
export class TileStore {
  readonly rows = new Map<string, Uint8Array>();
  readonly reads: TileNeed[] = [];

  readonly read: ReadTile = (need) => {
    this.reads.push(need);
    const hashes = this.rows.get(`${need.level}/${need.index}`);
    return hashes === undefined
      ? Promise.reject(new Error(`no tile ${need.level}/${need.index}`))
      : Promise.resolve(hashes);
  };

  write({ tiles }: Appended): void {
    for (const { level, index, hashes } of tiles) this.rows.set(`${level}/${index}`, hashes);
  }

  /** What appending at this size may read. */
  static names(size: number): string[] {
    return tilesForAppend(size).map(({ level, index, width }) => `${level}/${index}:${width}`);
  }
}
