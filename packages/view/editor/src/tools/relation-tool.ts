import { relationsOf } from '../document/document.ts';
import type { RegionRecord } from '../document/records.ts';
import { clampToImage, type EditorCore } from '../editor-core.ts';
import { reachOf } from './reach.ts';
import type { PointerInput, ToolNode } from './tool-node.ts';

/**
 * A tool that relates two regions: pressed on the one, released on the other, in that direction. What is related already
 * is not related twice, and nothing is related to itself. The tool stays for the next relation.
 */
export function relationTool(core: EditorCore): ToolNode {
  const { store } = core;
  const root: ToolNode = { id: 'relation', on: {} };

  const idle = (): ToolNode => ({
    id: 'idle',
    parent: root,
    isResting: true,
    on: {
      pointerDown: (input) => {
        const from = regionAt(core, input);
        return from === undefined ? undefined : linking(from.id);
      },
    },
  });

  const linking = (from: string): ToolNode => ({
    id: 'linking',
    parent: root,
    leave: () => store.remove('link'),
    on: {
      pointerMove: (input) => {
        const over = regionAt(core, input)?.id;
        const to = over === from ? undefined : over;
        store.put({ id: 'link', type: 'link', from, to, cursor: clampToImage(core, input.point) });
        return undefined;
      },
      pointerUp: (input) => {
        relate(core, from, regionAt(core, input)?.id);
        return idle();
      },
      cancel: idle,
      interrupt: idle,
    },
  });

  return idle();
}

const regionAt = (core: EditorCore, input: PointerInput): RegionRecord | undefined =>
  core.index.at(input.point, reachOf(core, input))[0];

function relate({ store, history, newId }: EditorCore, from: string, to: string | undefined): void {
  if (to === undefined || to === from || store.get(from) === undefined) return;
  const isThere = relationsOf(store).some((each) => each.from === from && each.to === to);
  if (isThere) return;
  history.mark('relate');
  store.put({ id: newId(), type: 'relation', from, to, labelId: null });
}
