import { select, selectedIds, withGroup } from '../document/selection.ts';
import type { EditorCore } from '../editor-core.ts';
import { boundsOfCorners } from '../geometry/bounds.ts';
import type { PointerInput, ToolNode } from './tool-node.ts';

/** Selects all regions of which some lies in a rectangle; with Shift besides those that were selected before. */
export function brushing(
  { store, index }: EditorCore,
  { parent, next, start }: { parent: ToolNode; next: () => ToolNode; start: PointerInput },
): ToolNode {
  const before = selectedIds(store);
  const update = (input: PointerInput) =>
    store.transact(() => {
      const bounds = boundsOfCorners(start.point, input.point);
      store.put({ id: 'brush', type: 'brush', bounds });
      const met = index.meeting(bounds).flatMap((region) => withGroup(store, region));
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
