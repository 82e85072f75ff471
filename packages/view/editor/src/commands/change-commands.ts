import { keepInside, type Point, scalePoint, uniteBounds } from '@assay/geometry';
import { clipOf, pasteClip } from '../document/clip.ts';
import { regionsOf } from '../document/document.ts';
import { removeRegions } from '../document/proposals.ts';
import type { RegionRecord } from '../document/records.ts';
import { changeableRegions } from '../document/selection.ts';
import { type EditorCore, imageBounds, makeRegion, penOf } from '../editor-core.ts';
import { boundsOfGeometry, translateGeometry } from '../shapes/shapes.ts';
import { isSameValue } from '../store/same-value.ts';
import type { Command } from './command.ts';
import { CURSOR_STEP, FAR_CURSOR_STEP, moveCursor } from './cursor-commands.ts';

/** Does something to the regions that are selected and may be changed, as one step of the history. */
function act(name: string, work: (core: EditorCore, regions: RegionRecord[]) => void): Command['run'] {
  return ({ core }) => {
    const regions = changeableRegions(core.store);
    if (regions.length === 0) return false;
    core.history.mark(name);
    core.store.transact(() => work(core, regions));
    return true;
  };
}

/** Makes others of the regions that are selected and may be changed; false where all of them are as they were. */
function change(
  name: string,
  next: (core: EditorCore, regions: readonly RegionRecord[]) => readonly RegionRecord[],
): Command['run'] {
  return ({ core }) => {
    const regions = changeableRegions(core.store);
    const changed = next(core, regions).filter((region, at) => !isSameValue(region, regions[at]));
    if (changed.length === 0) return false;
    core.history.mark(name);
    core.store.transact(() => {
      for (const region of changed) core.store.put(region);
    });
    return true;
  };
}

export const removeSelected = act('delete', ({ store }, regions) => removeRegions(store, regions));

/** A move of regions that does not lead further out of the image. */
function moveInside(core: EditorCore, regions: readonly RegionRecord[], by: Point): Point {
  const around = uniteBounds(regions.flatMap(({ geometry }) => boundsOfGeometry(geometry) ?? []));
  return around === undefined ? by : keepInside(by, around, imageBounds(core));
}

const duplicate: Command['run'] = ({ core }) =>
  pasteClip(core, clipOf(core, changeableRegions(core.store)), 'duplicate') > 0;

const copy: Command['run'] = ({ core }) => {
  const clip = clipOf(core);
  if (clip.regions.length === 0) return false;
  core.clipboard.write(clip);
  return true;
};

/** Of what is locked nothing is cut, and nothing copied. */
const cut: Command['run'] = (context) => {
  const { core } = context;
  const clip = clipOf(core, changeableRegions(core.store));
  if (clip.regions.length === 0) return false;
  core.clipboard.write(clip);
  return removeSelected(context);
};

const paste: Command['run'] = ({ core }) => {
  const clip = core.clipboard.read();
  return clip !== undefined && pasteClip(core, clip) > 0;
};

/** Moves by pixels of the image. */
const nudge = (by: Point) =>
  change('nudge', (core, regions) => {
    const within = moveInside(core, regions, by);
    return regions.map((region) => ({ ...region, geometry: translateGeometry(region.geometry, within) }));
  });

/** Puts what is selected above or below all others, in the order that it has. */
const reorder = (name: string, isUp: boolean) =>
  change(name, ({ store }, regions) => {
    const all = regionsOf(store);
    const there = isUp ? all.slice(all.length - regions.length) : all.slice(0, regions.length);
    if (there.every(({ id }, at) => id === regions[at]!.id)) return regions;
    const first = isUp ? all.at(-1)!.order + 1 : all[0]!.order - regions.length;
    return regions.map((region, at) => ({ ...region, order: first + at }));
  });

const group = change('group', ({ store, newId }, regions) => {
  const [first] = regions;
  const together = regionsOf(store).filter(({ groupId }) => groupId !== null && groupId === first?.groupId);
  const isGroup =
    together.length === regions.length && regions.every(({ groupId }) => groupId === first?.groupId);
  if (isGroup) return regions;
  const groupId = regions.length > 1 ? newId() : null;
  return regions.map((region) => ({ ...region, groupId }));
});

const ungroup = change('ungroup', (_, regions) => regions.map((region) => ({ ...region, groupId: null })));

/** Gives the whole image the label of the pen; false when there is none, or the image has it. */
const labelImage: Command['run'] = ({ core }) => {
  const { label } = penOf(core);
  const isThere = regionsOf(core.store).some(
    (region) => region.geometry.kind === 'image-class' && region.label?.labelId === label?.labelId,
  );
  if (label === null || isThere) return false;
  core.history.mark('label image');
  core.store.put(makeRegion(core, { kind: 'image-class', version: 1 }));
  return true;
};

/** Steps of a nudge in pixels of the image, plain and with Shift. */
const [STEP, FAR_STEP] = [1, 10];

/** Where a tool draws, or the cursor holds something, arrows move the cursor instead. */
function nudgeOrMove(direction: Point, step: number, cursorStep: number): Command {
  const nudgeSelected = nudge(scalePoint(direction, step));
  return {
    keys: [],
    duringGesture: true,
    run: (context) => {
      const { tools, keyboard } = context;
      if (keyboard.isHeld() || !tools.path.peek().startsWith('select.')) {
        return moveCursor(context, scalePoint(direction, cursorStep));
      }
      return tools.isResting() && nudgeSelected(context);
    },
  };
}

const nudges = (key: string, direction: Point): readonly [Command, Command] => [
  { ...nudgeOrMove(direction, STEP, CURSOR_STEP), keys: [key] },
  { ...nudgeOrMove(direction, FAR_STEP, FAR_CURSOR_STEP), keys: [`Shift+${key}`] },
];
const [nudgeLeft, nudgeFarLeft] = nudges('Left', { x: -1, y: 0 });
const [nudgeRight, nudgeFarRight] = nudges('Right', { x: 1, y: 0 });
const [nudgeUp, nudgeFarUp] = nudges('Up', { x: 0, y: -1 });
const [nudgeDown, nudgeFarDown] = nudges('Down', { x: 0, y: 1 });

export const changeCommands = {
  delete: { keys: ['Delete'], run: removeSelected },
  duplicate: { keys: ['Mod+d'], run: duplicate },
  copy: { keys: ['Mod+c'], run: copy },
  cut: { keys: ['Mod+x'], run: cut },
  paste: { keys: ['Mod+v'], run: paste },
  'bring-to-front': { keys: [']'], run: reorder('bring to front', true) },
  'send-to-back': { keys: ['['], run: reorder('send to back', false) },
  'label-image': { keys: ['i'], run: labelImage },
  group: { keys: ['Mod+g'], run: group },
  ungroup: { keys: ['Mod+Shift+g'], run: ungroup },
  'nudge-left': nudgeLeft,
  'nudge-far-left': nudgeFarLeft,
  'nudge-right': nudgeRight,
  'nudge-far-right': nudgeFarRight,
  'nudge-up': nudgeUp,
  'nudge-far-up': nudgeFarUp,
  'nudge-down': nudgeDown,
  'nudge-far-down': nudgeFarDown,
} satisfies Record<string, Command>;
