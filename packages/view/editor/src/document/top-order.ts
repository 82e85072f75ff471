import { changesOf } from '../store/diff.ts';
import { type EditorStore, regionsOf } from './document.ts';
import type { EditorRecords } from './records.ts';

/**
 * Tells the highest order of all regions, or 0 where there is none; inside a transaction, what it was before. It is
 * looked for only after the highest region went or came down, so that drawing many regions looks for it never.
 */
export function createTopOrder(store: EditorStore): () => number {
  let top: number | undefined;
  store.listen(
    ({ diff }) => {
      for (const [, { before, after }] of changesOf(diff)) {
        if (top === undefined) return;
        const [from, to] = [orderOf(before), orderOf(after)];
        if (to >= top) top = to;
        else if (from === top) top = undefined;
      }
    },
    { scope: 'document' },
  );
  return () => {
    top ??= regionsOf(store).at(-1)?.order ?? -Infinity;
    return top === -Infinity ? 0 : top;
  };
}

const orderOf = (record: EditorRecords | undefined): number =>
  record?.type === 'region' ? record.order : -Infinity;
