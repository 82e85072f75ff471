import { changesOf, type Editor, type EditorRecords, type RecordsDiff } from '@assay/editor';
import type { Rle } from '@assay/geometry';

/** Pixels that were painted or selected, as long as the mask that they made is not painted. */
export type SettlingStroke = {
  readonly get: () => { readonly covered: Rle; readonly isAdded: boolean } | undefined;
  /** All masks are painted as they are. */
  readonly settle: () => void;
  readonly stop: () => void;
};

export function createSettlingStroke({ store }: Pick<Editor, 'store'>): SettlingStroke {
  let stroke: ReturnType<SettlingStroke['get']>;
  const stop = store.listen(({ diff }) => {
    const finished = diff.removed.get('stroke') ?? diff.removed.get('wand');
    if (finished?.type !== 'stroke' && finished?.type !== 'wand') return;
    if (!changesMask(diff)) return;
    const isAdded = finished.type === 'wand' || finished.operation === 'union';
    stroke = { covered: finished.covered, isAdded };
  });
  return {
    get: () => stroke,
    settle: () => {
      stroke = undefined;
    },
    stop,
  };
}

function changesMask(diff: RecordsDiff<EditorRecords>): boolean {
  for (const [, { after }] of changesOf(diff)) {
    if (after?.type === 'region' && after.geometry.kind === 'mask') return true;
  }
  return false;
}
