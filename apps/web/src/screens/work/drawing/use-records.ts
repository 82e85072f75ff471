import type { Editor, EditorRecords } from '@assay/editor';
import { useEffect, useState } from 'react';

/** Counts what was done to the drawing, a frame at a time: a drag would show a list anew on each move. */
export function useRevision(editor: Editor): number {
  const [revision, setRevision] = useState(0);
  useEffect(() => {
    let frame = 0;
    const stop = editor.store.listen(
      () => {
        if (frame !== 0) return;
        frame = requestAnimationFrame(() => {
          frame = 0;
          setRevision((before) => before + 1);
        });
      },
      { scope: 'document' },
    );
    return () => {
      cancelAnimationFrame(frame);
      stop();
    };
  }, [editor]);
  return revision;
}

type Pen = Extract<EditorRecords, { type: 'pen' }>;

/** With what new regions are drawn. */
export const penOf = (editor: Editor): Pen => editor.store.get('pen') as Pen;
