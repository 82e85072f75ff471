import { select } from '../document/selection.ts';
import { clampToImage, type EditorCore, makeRegion } from '../editor-core.ts';
import type { PointerInput, ToolNode } from './tool-node.ts';

/** A tool that makes a point of each click, where the pointer is released. */
export function pointTool(core: EditorCore): ToolNode {
  const { store, history } = core;
  const root: ToolNode = { id: 'point', on: {} };

  const idle = (): ToolNode => ({
    id: 'idle',
    parent: root,
    isResting: true,
    on: { pointerDown: pressing },
  });

  const pressing = (): ToolNode => ({
    id: 'pressing',
    parent: root,
    on: {
      pointerUp: (input) => {
        make(input);
        return idle();
      },
      cancel: idle,
      interrupt: idle,
    },
  });

  const make = (input: PointerInput) => {
    const region = makeRegion(core, { kind: 'point', version: 1, ...clampToImage(core, input.point) });
    history.mark('draw point');
    store.transact(() => {
      store.put(region);
      select(store, [region.id]);
    });
  };

  return idle();
}
