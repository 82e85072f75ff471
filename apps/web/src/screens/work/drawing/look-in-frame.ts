import { isKeyFrame } from '@assay/domain';
import { type Editor, frameOf, type RegionRecord } from '@assay/editor';
import type { RegionLook } from '@assay/editor-konva';

/** How a region looks in the frame that is shown: what nobody drew there looks so. */
export function lookInFrame(look: RegionLook, { track }: RegionRecord, editor: Editor | null): RegionLook {
  const frame = editor === null ? undefined : frameOf(editor.store);
  if (track === undefined || frame === undefined || isKeyFrame(track, frame.at)) return look;
  return { ...look, isBetween: true };
}
