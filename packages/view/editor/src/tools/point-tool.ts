import { select } from '../document/selection.ts';
import { clampToImage, type EditorCore, makeRegion } from '../editor-core.ts';
import type { ToolNode } from './tool-node.ts';

/** A tool that makes a point of each press. */
export function pointTool(core: EditorCore): ToolNode {
  const root: ToolNode = { id: 'point', on: {} };
  return {
    id: 'idle',
    parent: root,
    isResting: true,
    on: {
      pointerDown: (input) => {
        const region = makeRegion(core, { kind: 'point', version: 1, ...clampToImage(core, input.point) });
        core.history.mark('draw point');
        core.store.put(region);
        select(core.store, [region.id]);
        return undefined;
      },
    },
  };
}
