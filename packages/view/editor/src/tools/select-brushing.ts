import { boundsOfCorners } from '@assay/geometry';
import { select, selectedIds, withGroups } from '../document/selection.ts';
import type { EditorCore } from '../editor-core.ts';
import type { PointerInput, ToolNode } from './tool-node.ts';

/** Selects all regions of which some lies in a rectangle; with Shift besides those that were selected before. */
export function brushing(
  core: EditorCore,
  { parent, next, start }: { parent: ToolNode; next: () => ToolNode; start: PointerInput },
): ToolNode {
  const { store, index } = core;
  const before = selectedIds(store);
  const update = (input: PointerInput) =>
    store.transact(() => {
      const bounds = boundsOfCorners(start.point, input.point);
      store.put({ id: 'brush', type: 'brush', bounds });
      const met = withGroups(core, index.meeting(bounds));
      select(store, start.shift ? [...before, ...met] : met);
    });
  const takeBack = () => {
    select(store, before);
    return next();
  };
  return {
    id: 'brushing',
    parent,
    leave: () => store.remove('brush'),
    on: {
      pointerMove: (input) => {
        update(input);
        return undefined;
      },
      pointerUp: (input) => {
        update(input);
        return next();
      },
      cancel: takeBack,
      interrupt: takeBack,
    },
  };
}
