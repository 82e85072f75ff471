import type { Geometry } from '@assay/contracts';
import { distance, heightOf, widthOf } from '@assay/geometry';
import { regionView } from '../document/document.ts';
import type { RegionRecord } from '../document/records.ts';
import { select, selectedIds, selectedRegions, toggleSelected, withGroups } from '../document/selection.ts';
import { cameraOf, type EditorCore } from '../editor-core.ts';
import type { Handle } from '../shapes/shape-module.ts';
import {
  areaOfGeometry,
  boundsOfGeometry,
  distanceToGeometry,
  removeGeometryHandle,
} from '../shapes/shapes.ts';
import { handlesInReach } from './handles-in-reach.ts';
import { markJoint } from './mark-joint.ts';
import { isDrag, reachOf } from './reach.ts';
import { brushing } from './select-brushing.ts';
import { resizing, rotating } from './select-handles.ts';
import { translating } from './select-translating.ts';
import type { PointerInput, ToolNode } from './tool-node.ts';

/** The tool that selects, moves, resizes and turns regions; a click with Alt takes a vertex away. Its first state. */
export function selectTool(core: EditorCore): ToolNode {
  const { store } = core;
  const root: ToolNode = { id: 'select', on: {} };

  let pointed: PointerInput | undefined;
  const idle = (): ToolNode => ({
    id: 'idle',
    parent: root,
    isResting: true,
    on: {
      pointerMove: (input) => {
        pointed = input;
        return undefined;
      },
      mark: (visibility) => {
        if (pointed !== undefined) markJoint(core, pointed.point, reachOf(core, pointed), visibility);
        return undefined;
      },
      pointerDown: (input) => {
        const held = handleAt(core, input);
        if (held !== undefined) return pointingHandle(input, held.region, held.handle);
        const region = core.index.at(input.point, reachOf(core, input))[0];
        return region === undefined ? pointingCanvas(input) : pointingRegion(input, region);
      },
      cancel: () => {
        select(store, []);
        return undefined;
      },
    },
  });

  const pointingHandle = (start: PointerInput, region: RegionRecord, handle: Handle): ToolNode => ({
    id: 'pointing-handle',
    parent: root,
    on: {
      pointerMove: (input) => {
        if (!isDrag(start, input)) return undefined;
        const change = handle.kind === 'rotate' ? rotating : resizing;
        return change(core, { parent: root, next: idle, start, region, handle });
      },
      pointerUp: () => {
        if (start.alt) removeHandle(core, region, handle);
        return idle();
      },
      cancel: idle,
      interrupt: idle,
    },
  });

  const pointingRegion = (start: PointerInput, region: RegionRecord): ToolNode => {
    const ids = [...withGroups(core, [region])];
    return {
      id: 'pointing-region',
      parent: root,
      on: {
        pointerMove: (input) => {
          if (!isDrag(start, input)) return undefined;
          // What is dragged is what was pressed, with the rest of the selection if it belongs to it.
          if (!selectedIds(store).has(region.id)) {
            select(store, start.shift ? [...selectedIds(store), ...ids] : ids);
          }
          return translating(core, { parent: root, next: idle, start });
        },
        pointerUp: () => {
          if (start.shift) toggleSelected(store, ids);
          else select(store, ids);
          return idle();
        },
        cancel: idle,
        interrupt: idle,
      },
    };
  };

  const pointingCanvas = (start: PointerInput): ToolNode => ({
    id: 'pointing-canvas',
    parent: root,
    on: {
      pointerMove: (input) =>
        isDrag(start, input) ? brushing(core, { parent: root, next: idle, start }) : undefined,
      pointerUp: () => {
        if (!start.shift) select(store, []);
        return idle();
      },
      cancel: idle,
      interrupt: idle,
    },
  });

  return idle();
}

/** Takes a vertex or joint away, if the region can be without it. */
function removeHandle({ store, history }: EditorCore, region: RegionRecord, handle: Handle): void {
  const geometry = removeGeometryHandle(region.geometry, handle.id);
  if (geometry === undefined) return;
  history.mark('remove vertex');
  store.update('region', region.id, (now) => ({ ...now, geometry }));
}

/** In a shape, a handle reaches so much of its shorter side: the middle of a small shape must move it. */
const SHARE_OF_SIDE = 1 / 4;

/** How near a handle must be pressed. Joints lie in the box of their skeleton, and would be out of reach there. */
function reachIn(geometry: Geometry, { point }: PointerInput, reach: number): (handle: Handle) => number {
  const bounds = boundsOfGeometry(geometry);
  const isInside = areaOfGeometry(geometry) > 0 && distanceToGeometry(geometry, point) === 0;
  if (bounds === undefined || !isInside) return () => reach;
  const inside = Math.min(reach, SHARE_OF_SIDE * Math.min(widthOf(bounds), heightOf(bounds)));
  return ({ kind }) => (kind === 'joint' ? reach : inside);
}

/** The handle in reach, nearest first, if one region alone is selected and may be changed. */
function handleAt(
  core: EditorCore,
  input: PointerInput,
): { region: RegionRecord; handle: Handle } | undefined {
  const [region, ...others] = selectedRegions(core.store);
  if (region === undefined || others.length > 0 || regionView(core.store, region.id).locked) return undefined;
  const reachOfHandle = reachIn(region.geometry, input, reachOf(core, input));
  const handle = handlesInReach(region.geometry, 1 / cameraOf(core).zoom)
    .map((each) => ({ each, away: distance(each.point, input.point) }))
    .filter(({ each, away }) => away <= reachOfHandle(each))
    .sort((a, b) => a.away - b.away)[0]?.each;
  return handle === undefined ? undefined : { region, handle };
}
