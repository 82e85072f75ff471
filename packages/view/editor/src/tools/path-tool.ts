import type { DraftRecord } from '../document/records.ts';
import { select } from '../document/selection.ts';
import { clampToImage, type EditorCore, makeRegion } from '../editor-core.ts';
import { distance, type Point } from '../geometry/point.ts';
import { polygonFault } from '../geometry/polygon-fault.ts';
import { reachOf } from './reach.ts';
import type { PointerInput, ToolNode } from './tool-node.ts';

/**
 * A tool that sets points one after another. Enter or a double click completes the way, a polygon also a click on its
 * first point; Backspace takes back the last point, Esc all of them. A polygon that crosses itself is not completed,
 * and its draft says so. The points become a region, and a step of the history, when they are complete.
 */
export function pathTool(core: EditorCore, { id, isClosed }: { id: string; isClosed: boolean }): ToolNode {
  const { store } = core;
  const root: ToolNode = { id, on: {} };
  const least = isClosed ? 3 : 2;

  const draftOf = (): DraftRecord | undefined => {
    const record = store.get('draft');
    return record?.type === 'draft' ? record : undefined;
  };
  const setPoints = (points: readonly Point[], cursor: Point | undefined) =>
    store.put({ id: 'draft', type: 'draft', points, isClosed, cursor, fault: undefined });

  const idle = (): ToolNode => ({
    id: 'idle',
    parent: root,
    isResting: true,
    on: {
      pointerDown: (input) => {
        const first = clampToImage(core, input.point);
        setPoints([first], first);
        return drawing();
      },
    },
  });

  const complete = (): ToolNode | undefined => {
    const draft = draftOf();
    if (draft === undefined) return idle();
    const fault = isClosed ? polygonFault(draft.points)?.kind : undefined;
    if (draft.points.length < least || fault !== undefined) {
      store.put({ ...draft, fault: fault ?? 'too-few-points' });
      return undefined;
    }
    const kind = isClosed ? ('polygon' as const) : ('polyline' as const);
    const region = makeRegion(core, { kind, version: 1, points: draft.points });
    core.history.mark(`draw ${kind}`);
    store.put(region);
    select(store, [region.id]);
    return idle();
  };

  const addPoint = (input: PointerInput): ToolNode | undefined => {
    const { points } = draftOf()!;
    const [point, reach] = [clampToImage(core, input.point), reachOf(core, input)];
    if (isClosed && points.length >= least && distance(points[0]!, point) <= reach) return complete();
    // The second press of a double click.
    if (distance(points.at(-1)!, point) <= reach) return undefined;
    setPoints([...points, point], point);
    return undefined;
  };

  const drawing = (): ToolNode => ({
    id: 'drawing',
    parent: root,
    leave: () => store.remove('draft'),
    on: {
      pointerDown: addPoint,
      pointerMove: (input) => {
        store.update('draft', 'draft', (draft) => ({ ...draft, cursor: clampToImage(core, input.point) }));
        return undefined;
      },
      doubleClick: complete,
      complete,
      cancel: idle,
      back: () => {
        const { points, cursor } = draftOf()!;
        if (points.length === 1) return idle();
        setPoints(points.slice(0, -1), cursor);
        return undefined;
      },
    },
  });

  return idle();
}

export const polygonTool = (core: EditorCore): ToolNode => pathTool(core, { id: 'polygon', isClosed: true });
export const polylineTool = (core: EditorCore): ToolNode =>
  pathTool(core, { id: 'polyline', isClosed: false });
