import {
  distance,
  type Point,
  type Ring,
  ringArea,
  ringsOfRle,
  rleOfRings,
  signedArea,
  simplifyLine,
  simplifyRing,
} from '@assay/geometry';
import {
  type LiveWire,
  type LiveWireCosts,
  liveWireCosts,
  luminance,
  type RgbPicture,
  snapToEdge,
  startLiveWire,
} from '@assay/vision';
import type { WireRecord } from '../document/records.ts';
import { select } from '../document/selection.ts';
import {
  cameraOf,
  clampToImage,
  type EditorCore,
  makeRegion,
  middleOfImage,
  type PixelWindow,
} from '../editor-core.ts';
import { polygonOf } from '../shapes/combine-geometries.ts';
import { reachOf } from './reach.ts';
import type { PointerInput, ToolNode } from './tool-node.ts';

/** How far from where it was clicked the edge is looked for, in pixels of the screen. */
const SNAP = 5;
/** How far what is kept of a way may be from its pixels, in pixels. */
const SMOOTHING = 0.75;

/**
 * A tool that draws a polygon along the edges in the image: each click sets an anchor on the steepest pixel near it, with
 * Alt exactly where it is, and the way between two anchors follows edges. A click on the first anchor, a double click or
 * Enter closes it; Backspace and undo take back the last anchor, Esc takes back all of them.
 */
export function liveWireTool(core: EditorCore): ToolNode {
  const { store } = core;
  const root: ToolNode = { id: 'live-wire', on: {} };
  let wire: { readonly from: Point; readonly find: (to: Point) => Point[] } | undefined;

  const recordOf = (): WireRecord | undefined => {
    const record = store.get('wire');
    return record?.type === 'wire' ? record : undefined;
  };
  /** The way from the last anchor; what was found out for one end serves all others. */
  const wayFrom = (from: Point): ((to: Point) => Point[]) => {
    if (wire?.from !== from) wire = { from, find: finderFrom(core, from) };
    return wire.find;
  };

  const idle = (): ToolNode => ({
    id: 'idle',
    parent: root,
    isResting: true,
    enter: () => void core.pixelsAround(middleOfImage(core)),
    on: {
      // Whoever has the pixels begins to fetch them before they are needed.
      pointerMove: ({ point }) => void core.pixelsAround(point),
      pointerDown: (input) => (core.pixelsAround(input.point) === undefined ? undefined : pressing()),
    },
  });

  const giveUp = (): ToolNode => {
    store.remove('wire');
    return idle();
  };

  const addAnchor = (input: PointerInput): ToolNode => {
    const record = recordOf();
    const anchor = anchorAt(core, input);
    if (record === undefined) {
      store.put({ id: 'wire', type: 'wire', anchors: [anchor], ways: [], ahead: [] });
      return drawing();
    }
    const { anchors, ways } = record;
    const last = anchors.at(-1)!;
    const isClosing = anchors.length > 1 && distance(anchors[0]!, input.point) <= reachOf(core, input);
    if (isClosing) return close();
    const isRepeated = input.clicks > 1 && distance(last, anchor) <= reachOf(core, input);
    if (!isRepeated) {
      const way = simplifyLine(wayFrom(last)(anchor), SMOOTHING);
      store.put({ ...record, anchors: [...anchors, anchor], ways: [...ways, way], ahead: [] });
    }
    return drawing();
  };

  const close = (): ToolNode => {
    const record = recordOf();
    if (record === undefined || record.anchors.length < 2) return drawing();
    const { anchors, ways } = record;
    const last = wayFrom(anchors.at(-1)!)(anchors[0]!);
    const ring = outlineOf(core, [...ways, last].flat());
    if (ring === undefined) return drawing();
    const region = makeRegion(core, polygonOf(ring));
    core.history.mark('live-wire');
    store.transact(() => {
      store.put(region);
      store.remove('wire');
      select(store, [region.id]);
    });
    return idle();
  };

  /** Above the states in which there are anchors, or a press that sets the first one. */
  const drafting: ToolNode = {
    id: 'drafting',
    parent: root,
    on: {
      pointerMove: (input) => {
        const record = recordOf();
        const last = record?.anchors.at(-1);
        if (record === undefined || last === undefined) return undefined;
        store.put({ ...record, ahead: wayFrom(last)(anchorAt(core, input)) });
        return undefined;
      },
      doubleClick: () => (recordOf()?.anchors.length === 1 ? undefined : close()),
      complete: close,
      cancel: giveUp,
      back: () => {
        const record = recordOf();
        if (record === undefined || record.anchors.length === 1) return giveUp();
        const { anchors, ways } = record;
        store.put({ ...record, anchors: anchors.slice(0, -1), ways: ways.slice(0, -1), ahead: [] });
        return undefined;
      },
    },
  };
  const drawing = (): ToolNode => ({
    id: 'drawing',
    parent: drafting,
    on: { pointerDown: () => pressing() },
  });
  const pressing = (): ToolNode => ({
    id: 'pressing',
    parent: drafting,
    on: {
      pointerUp: addAnchor,
      interrupt: () => (recordOf() === undefined ? idle() : drawing()),
    },
  });

  // What was begun before another tool was taken goes on.
  return recordOf() === undefined ? idle() : drawing();
}

/** Computed once for each part of the image. */
const known = new WeakMap<RgbPicture, LiveWireCosts>();

function costsOf({ picture }: PixelWindow): LiveWireCosts {
  const costs = known.get(picture) ?? liveWireCosts(luminance(picture));
  known.set(picture, costs);
  return costs;
}

/** The pixel of a part of the image in which a point lies, or the nearest one. */
function pixelIn({ picture, left, top }: PixelWindow, { x, y }: Point): Point {
  const within = (value: number, count: number) => Math.min(count - 1, Math.max(0, Math.floor(value)));
  return { x: within(x - left, picture.width), y: within(y - top, picture.height) };
}

/** The middle of a pixel in the image. */
const middleOf = ({ left, top }: PixelWindow, x: number, y: number): Point => ({
  x: x + left + 0.5,
  y: y + top + 0.5,
});

function anchorAt(core: EditorCore, input: PointerInput): Point {
  const point = clampToImage(core, input.point);
  const window = core.pixelsAround(point);
  if (window === undefined || input.alt) return point;
  const reach = Math.max(1, Math.round(SNAP / cameraOf(core).zoom));
  const { x, y } = snapToEdge(costsOf(window), pixelIn(window, point), reach);
  return middleOf(window, x, y);
}

/** Finds ways along edges from a point; a straight one where the pixels are not there. */
function finderFrom(core: EditorCore, from: Point): (to: Point) => Point[] {
  const window = core.pixelsAround(from);
  if (window === undefined) return (to) => [from, to];
  const live: LiveWire = startLiveWire(costsOf(window), pixelIn(window, from));
  return (to) => {
    const { x, y } = pixelIn(window, to);
    const path = live.pathTo(x, y);
    const points: Point[] = [from];
    for (let at = 0; at < path.length; at += 2) points.push(middleOf(window, path[at]!, path[at + 1]!));
    points.push(to);
    return points;
  };
}

/** The border of the pixels that a way goes around: it meets itself nowhere, though ways along one edge may. */
function outlineOf({ image }: EditorCore, way: Ring): Ring | undefined {
  const rings = ringsOfRle(rleOfRings([way], image.width, image.height)).filter(
    (ring) => signedArea(ring) > 0,
  );
  const largest = rings.sort((a, b) => ringArea(b) - ringArea(a))[0];
  return largest === undefined ? undefined : simplifyRing(largest, SMOOTHING);
}
