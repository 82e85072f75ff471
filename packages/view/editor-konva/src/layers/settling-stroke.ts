import {
  changesOf,
  type Editor,
  type EditorRecords,
  type RecordsDiff,
  type StrokeRecord,
} from '@assay/editor';

/** A stroke that is finished, as long as the mask that it made is not painted. */
export type SettlingStroke = {
  readonly get: () => StrokeRecord | undefined;
  /** All masks are painted as they are. */
  readonly settle: () => void;
  readonly stop: () => void;
};

export function createSettlingStroke({ store }: Pick<Editor, 'store'>): SettlingStroke {
  let stroke: StrokeRecord | undefined;
  const stop = store.listen(({ diff }) => {
    const finished = diff.removed.get('stroke');
    if (finished?.type === 'stroke' && changesMask(diff)) stroke = finished;
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
