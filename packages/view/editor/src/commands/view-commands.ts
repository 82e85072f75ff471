import { type Bounds, uniteBounds } from '@assay/geometry';
import { regionView, setRegionView } from '../document/document.ts';
import { selectAll, selectedIds, selectedRegions } from '../document/selection.ts';
import { cameraOf, imageBounds, penOf, setCamera } from '../editor-core.ts';
import { boundsOfGeometry } from '../shapes/shapes.ts';
import { isSnapping } from '../tools/snapping.ts';
import { fitCamera, zoomCamera } from '../view/camera.ts';
import type { Command, CommandContext } from './command.ts';

const ZOOM_STEP = 1.25;
/** What is left free around what is fitted, in pixels of the screen. */
const FIT_PADDING = 32;

/** Zooms by a factor, or to 1, about the middle of the screen. */
function zoom({ core, screen }: CommandContext, next: (now: number) => number): boolean {
  const camera = cameraOf(core);
  const { width, height } = screen();
  setCamera(core, zoomCamera(camera, next(camera.zoom), { x: width / 2, y: height / 2 }));
  return true;
}

function fit({ core, screen }: CommandContext, bounds: Bounds | undefined): boolean {
  const camera = bounds === undefined ? undefined : fitCamera(bounds, screen(), FIT_PADDING);
  if (camera === undefined) return false;
  setCamera(core, camera);
  return true;
}

/** Changes how the selected regions are seen; false for none. */
function view(
  { core }: CommandContext,
  next: (regionId: string) => { hidden?: boolean; locked?: boolean },
): boolean {
  const [first, ...others] = [...selectedIds(core.store)];
  if (first === undefined) return false;
  setRegionView(core.store, [first, ...others], next(first));
  return true;
}

const RADIUS_STEP = 1.25;
/** Of the brush, in pixels of the image: from one pixel to what covers most of a screen. */
const RADIUS_LIMITS = { least: 0.5, most: 1000 };

function resizeBrush({ core }: CommandContext, factor: number): boolean {
  const free = penOf(core).radius * factor;
  const radius = Math.min(RADIUS_LIMITS.most, Math.max(RADIUS_LIMITS.least, free));
  core.store.update('pen', 'pen', (pen) => ({ ...pen, radius }));
  return true;
}

function showAll({ core }: CommandContext): boolean {
  const hidden = [...core.store.idsOf('region').peek()].filter((id) => regionView(core.store, id).hidden);
  setRegionView(core.store, hidden, { hidden: false });
  return hidden.length > 0;
}

export const viewCommands = {
  'select-all': {
    keys: ['Mod+a'],
    run: ({ core }) => {
      selectAll(core.store);
      return true;
    },
  },
  'zoom-in': {
    keys: ['+', '='],
    duringGesture: true,
    run: (context) => zoom(context, (now) => now * ZOOM_STEP),
  },
  'zoom-out': {
    keys: ['-'],
    duringGesture: true,
    run: (context) => zoom(context, (now) => now / ZOOM_STEP),
  },
  'zoom-actual': { keys: ['Shift+Home'], duringGesture: true, run: (context) => zoom(context, () => 1) },
  'zoom-fit': {
    keys: ['Home'],
    duringGesture: true,
    run: (context) => fit(context, imageBounds(context.core)),
  },
  'zoom-selection': {
    keys: ['End'],
    duringGesture: true,
    run: (context) => {
      const selected = selectedRegions(context.core.store);
      return fit(context, uniteBounds(selected.flatMap(({ geometry }) => boundsOfGeometry(geometry) ?? [])));
    },
  },
  /** Of what the tool has a measure of: the radius of the brush, the tolerance of the wand. */
  'brush-larger': {
    keys: ['.'],
    duringGesture: true,
    run: (context) => context.tools.key('more') || resizeBrush(context, RADIUS_STEP),
  },
  'brush-smaller': {
    keys: [','],
    duringGesture: true,
    run: (context) => context.tools.key('less') || resizeBrush(context, 1 / RADIUS_STEP),
  },
  /** What is drawn and moved snaps to its neighbours, or does no more. */
  'toggle-snap': {
    keys: ['t'],
    duringGesture: true,
    run: ({ core }) => {
      const isOn = isSnapping(core, { mod: false });
      core.store.put({ id: 'snap', type: 'snap', isOn: !isOn });
      return true;
    },
  },
  hide: { keys: ['h'], run: (context) => view(context, () => ({ hidden: true })) },
  'show-all': { keys: ['Shift+h'], run: showAll },
  /** Locks all that is selected, or frees it where the first of it is locked. */
  lock: {
    keys: ['l'],
    run: (context) => view(context, (first) => ({ locked: !regionView(context.core.store, first).locked })),
  },
} satisfies Record<string, Command>;
