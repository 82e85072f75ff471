import type { RegionRecord, RelationRecord } from './records.ts';

/** Regions that were copied, from the lowest to the highest, with the relations among them. It is plain. */
export type Clip = {
  readonly regions: readonly RegionRecord[];
  readonly relations: readonly RelationRecord[];
};

/** Where copies are until they are pasted; one of several editors is shared by them. */
export type Clipboard = { readonly read: () => Clip | undefined; readonly write: (clip: Clip) => void };

/** A clipboard that lives as long as whoever holds it. */
export function createClipboard(): Clipboard {
  let held: Clip | undefined;
  return {
    read: () => held,
    write: (clip) => {
      held = clip;
    },
  };
}
