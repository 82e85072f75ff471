import { distance, polygonFault } from '@assay/geometry';
import type { DraftRecord } from '../document/records.ts';
import { select } from '../document/selection.ts';
import { type EditorCore, makeRegion } from '../editor-core.ts';
import { reachOf } from './reach.ts';
import { cornersBetween } from './shared-border.ts';
import { snapPoint } from './snapping.ts';
import type { PointerInput, ToolNode } from './tool-node.ts';

/**
 * A tool that sets points one after another. Enter or a double click completes the way, a polygon also a click on its
 * first point; Backspace and undo take back the last point, redo brings it back, Esc takes back all of them. Another
 * tool leaves them as they are, for when it is taken up again. A point is set where the pointer is released. A polygon that crosses itself is not completed, and its draft says so. The points
 * become a region, and a step of the history, when they are complete. Where points snap, the way between two that lie on
 * the border of one neighbour follows that border; with Shift it is straight.
 */
export function pathTool(core: EditorCore, { id, isClosed }: { id: string; isClosed: boolean }): ToolNode {
  const { store } = core;
  const root: ToolNode = { id, on: {} };
  const least = isClosed ? 3 : 2;

  const draftOf = (): DraftRecord | undefined => {
    const record = store.get('draft');
    return record?.type === 'draft' ? record : undefined;
  };
  const put = ({ points, undone, cursor }: Pick<DraftRecord, 'points' | 'undone' | 'cursor'>) =>
    store.put({ id: 'draft', type: 'draft', points, undone, isClosed, cursor, fault: undefined });

  const idle = (): ToolNode => ({
    id: 'idle',
    parent: root,
    isResting: true,
    on: { pointerDown: pressing },
  });

  const giveUp = (): ToolNode => {
    store.remove('draft');
    return idle();
  };

  const complete = (): ToolNode | undefined => {
    const draft = draftOf();
    if (draft === undefined) return idle();
    const fault = isClosed ? polygonFault(draft.points)?.kind : undefined;
    if (draft.points.length < least || fault !== undefined) {
      store.put({ ...draft, fault: fault ?? 'too-few-points' });
      return drawing();
    }
    const kind = isClosed ? ('polygon' as const) : ('polyline' as const);
    const region = makeRegion(core, { kind, version: 1, points: draft.points });
    core.history.mark(`draw ${kind}`);
    store.transact(() => {
      store.put(region);
      store.remove('draft');
      select(store, [region.id]);
    });
    return idle();
  };

  const addPoint = (input: PointerInput): ToolNode | undefined => {
    const points = draftOf()?.points ?? [];
    const [first, last] = [points[0], points.at(-1)];
    const { point, border } = snapPoint(core, input);
    const reach = reachOf(core, input);
    const isClosing = isClosed && points.length >= least && distance(first!, point) <= reach;
    if (isClosing) return complete();
    const isRepeated = last !== undefined && distance(last, point) <= (input.clicks > 1 ? reach : 0);
    if (!isRepeated) {
      const between =
        last === undefined || border === undefined || input.shift ? [] : cornersBetween(border, last, point);
      put({ points: [...points, ...between, point], undone: [], cursor: point });
    }
    return drawing();
  };

  /** Of a draft of several points the last one is taken back, of one point all of it. */
  const back = (): ToolNode | undefined => {
    const draft = draftOf();
    if (draft === undefined || draft.points.length === 1) return giveUp();
    const { points, undone } = draft;
    put({ ...draft, points: points.slice(0, -1), undone: [...undone, points.at(-1)!] });
    return undefined;
  };

  const forth = (): undefined => {
    const draft = draftOf();
    const point = draft?.undone.at(-1);
    if (draft === undefined || point === undefined) return;
    put({ ...draft, points: [...draft.points, point], undone: draft.undone.slice(0, -1) });
  };

  /** Above the states in which there is a draft, or a press that begins one. */
  const drafting: ToolNode = {
    id: 'drafting',
    parent: root,
    on: {
      pointerMove: (input) => {
        const { point: cursor } = snapPoint(core, input);
        store.update('draft', 'draft', (draft) => ({ ...draft, cursor }));
        return undefined;
      },
      // Of one point alone: the first click completed another one before it.
      doubleClick: () => (draftOf()?.points.length === 1 ? giveUp() : complete()),
      complete,
      cancel: giveUp,
      back,
      forth,
    },
  };

  const drawing = (): ToolNode => ({ id: 'drawing', parent: drafting, on: { pointerDown: pressing } });

  const pressing = (): ToolNode => ({
    id: 'pressing',
    parent: drafting,
    on: {
      pointerUp: addPoint,
      interrupt: () => (draftOf() === undefined ? idle() : drawing()),
    },
  });

  const begun = draftOf();
  if (begun === undefined) return idle();
  // What was begun before another tool was taken goes on.
  store.put({ ...begun, isClosed, fault: undefined });
  return drawing();
}

export const polygonTool = (core: EditorCore): ToolNode => pathTool(core, { id: 'polygon', isClosed: true });
export const polylineTool = (core: EditorCore): ToolNode =>
  pathTool(core, { id: 'polyline', isClosed: false });
