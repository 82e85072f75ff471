import { changesOf } from '../store/diff.ts';
import { type EditorStore, regionsOf } from './document.ts';
import type { EditorRecords, RegionRecord } from './records.ts';

/** Which regions belong together, kept in step with each commit: inside a transaction it is as before it. */
export type RegionGroups = {
  /** Ids of the regions of a group, in no promised order. */
  readonly membersOf: (groupId: string) => ReadonlySet<string>;
};

const NOBODY: ReadonlySet<string> = new Set();

export function createRegionGroups(store: EditorStore): RegionGroups {
  const groups = new Map<string, Set<string>>();

  const join = ({ id, groupId }: Pick<RegionRecord, 'id' | 'groupId'>) => {
    if (groupId === null) return;
    const members = groups.get(groupId) ?? new Set();
    groups.set(groupId, members.add(id));
  };
  const leave = ({ id, groupId }: Pick<RegionRecord, 'id' | 'groupId'>) => {
    if (groupId === null) return;
    const members = groups.get(groupId);
    members?.delete(id);
    if (members?.size === 0) groups.delete(groupId);
  };

  for (const region of regionsOf(store)) join(region);
  store.listen(
    ({ diff }) => {
      for (const [, { before, after }] of changesOf(diff)) {
        if (groupOf(before) === groupOf(after)) continue;
        if (before?.type === 'region') leave(before);
        if (after?.type === 'region') join(after);
      }
    },
    { scope: 'document' },
  );
  return { membersOf: (groupId) => groups.get(groupId) ?? NOBODY };
}

const groupOf = (record: EditorRecords | undefined): string | null =>
  record?.type === 'region' ? record.groupId : null;
