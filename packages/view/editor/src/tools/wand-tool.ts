import { combineRles, emptyRle, type Point, type Rle, rleArea, rleOfPixels } from '@assay/geometry';
import {
  colourDistances,
  gradientMagnitude,
  luminance,
  type RgbPicture,
  regionGrow,
  regionPixels,
} from '@assay/vision';
import { maskInHand, paintMask } from '../document/paint-mask.ts';
import type { WandRecord, WandSeed } from '../document/records.ts';
import { type EditorCore, middleOfImage, type PixelWindow, penOf } from '../editor-core.ts';
import type { PointerInput, ToolNode } from './tool-node.ts';

/** Steps and limits of the tolerance, of 255. */
const STEP = 4;
const [LEAST, MOST] = [0, 252];
/** Pixels steeper than this are edges that are not crossed, whatever their colour. */
const STEEPEST = 24;

/**
 * A tool that selects pixels by their colour: a click selects those that are like the one that was clicked and connected
 * with it; each further click adds to it, with Alt it takes away. Keys change the tolerance of the last click, and what is
 * selected changes at once. Backspace and undo take back the last click, Esc takes back all of them. Enter, a double
 * click or another tool make a mask of it, or add it to the mask that is selected alone.
 */
export function wandTool(core: EditorCore): ToolNode {
  const { store } = core;
  const root: ToolNode = { id: 'wand', on: {} };
  /** What was selected before each seed. */
  let before: Rle[] = [];

  const recordOf = (): WandRecord | undefined => {
    const record = store.get('wand');
    return record?.type === 'wand' ? record : undefined;
  };

  const idle = (): ToolNode => ({
    id: 'idle',
    parent: root,
    isResting: true,
    enter: () => void core.pixelsAround(middleOfImage(core)),
    on: {
      // Whoever has the pixels begins to fetch them before they are needed.
      pointerMove: ({ point }) => void core.pixelsAround(point),
      pointerDown: (input) => (core.pixelsAround(input.point) === undefined ? undefined : pressing(input)),
      more: () => changeTolerance(STEP),
      less: () => changeTolerance(-STEP),
    },
  });

  const changeTolerance = (by: number): undefined => {
    const clamped = (tolerance: number) => Math.min(MOST, Math.max(LEAST, tolerance + by));
    store.update('pen', 'pen', (pen) => ({ ...pen, tolerance: clamped(pen.tolerance) }));
    const record = recordOf();
    const last = record?.seeds.at(-1);
    if (record === undefined || last === undefined) return undefined;
    const changed = { ...last, tolerance: penOf(core).tolerance };
    put({ ...record, seeds: record.seeds.slice(0, -1) }, before.pop()!, changed);
    return undefined;
  };

  /** Selects from one seed more than `covered`. */
  const put = (record: Omit<WandRecord, 'covered'>, covered: Rle, seed: WandSeed) => {
    before.push(covered);
    const grown = grownFrom(core, seed);
    const next = grown === undefined ? covered : combineRles(covered, grown, seed.operation);
    store.put({ ...record, seeds: [...record.seeds, seed], covered: next });
  };

  const addSeed = (input: PointerInput): ToolNode => {
    const [x, y] = pixelAt(core, input.point);
    const { tolerance } = penOf(core);
    const operation = input.alt ? 'difference' : 'union';
    const { width, height } = core.image;
    const record: WandRecord = recordOf() ?? {
      id: 'wand',
      type: 'wand',
      regionId: maskInHand(core)?.id,
      seeds: [],
      covered: emptyRle(width, height),
    };
    put(record, record.covered, { x, y, tolerance, operation });
    return selecting();
  };

  const finish = (): ToolNode => {
    const record = recordOf();
    before = [];
    if (record === undefined) return idle();
    const { regionId, covered } = record;
    if (rleArea(covered) > 0) {
      paintMask(core, { name: 'wand', regionId, covered, operation: 'union', draft: 'wand' });
    }
    store.remove('wand');
    return idle();
  };

  /** Above the states in which something is selected, or a press that begins it. */
  const drafting: ToolNode = {
    id: 'drafting',
    parent: root,
    // Left for another tool: what was selected is kept.
    leave: () => void finish(),
    on: {
      more: () => changeTolerance(STEP),
      less: () => changeTolerance(-STEP),
      complete: finish,
      doubleClick: finish,
      cancel: () => {
        store.remove('wand');
        return finish();
      },
      back: () => {
        const record = recordOf();
        const covered = before.pop();
        if (record === undefined || covered === undefined || record.seeds.length === 1) {
          store.remove('wand');
          return finish();
        }
        store.put({ ...record, seeds: record.seeds.slice(0, -1), covered });
        return undefined;
      },
    },
  };
  const selecting = (): ToolNode => ({ id: 'selecting', parent: drafting, on: { pointerDown: pressing } });
  const pressing = (start: PointerInput): ToolNode => ({
    id: 'pressing',
    parent: drafting,
    on: {
      // The second press of a double click completes what the first one selected.
      pointerUp: () => (start.clicks > 1 && recordOf() !== undefined ? selecting() : addSeed(start)),
      interrupt: () => (recordOf() === undefined ? idle() : selecting()),
    },
  });

  return idle();
}

const pixelAt = ({ image }: EditorCore, { x, y }: Point): [number, number] => [
  Math.min(image.width - 1, Math.max(0, Math.floor(x))),
  Math.min(image.height - 1, Math.max(0, Math.floor(y))),
];

/** Computed once for each part of the image. */
const steepnesses = new WeakMap<RgbPicture, Uint8Array>();

function steepnessOf(picture: RgbPicture): Uint8Array {
  const known = steepnesses.get(picture) ?? gradientMagnitude(luminance(picture));
  steepnesses.set(picture, known);
  return known;
}

/** The pixels of the image that are like a seed and connected with it, as far as its surroundings are known. */
function grownFrom(core: EditorCore, { x, y, tolerance }: WandSeed): Rle | undefined {
  const window = core.pixelsAround({ x, y });
  if (window === undefined) return undefined;
  const { picture, left, top } = window;
  const { width, height } = picture;
  const seed = { x: x - left, y: y - top };
  const region = regionGrow({
    ...{ width, height, seed, tolerance },
    distances: colourDistances({ ...picture, channels: 3 }, seed.x, seed.y),
    connectivity: 8,
    barrier: { steepness: steepnessOf(picture), limit: STEEPEST },
  });
  return inImage(core, window, regionPixels(region, width, height));
}

/** Pixels of a part of the image as pixels of the image. */
function inImage({ image }: EditorCore, { picture, left, top }: PixelWindow, pixels: Uint8Array): Rle {
  if (picture.width === image.width && picture.height === image.height) {
    return rleOfPixels(pixels, image.width, image.height);
  }
  const whole = new Uint8Array(image.width * image.height);
  for (let row = 0; row < picture.height; row += 1) {
    const from = row * picture.width;
    whole.set(pixels.subarray(from, from + picture.width), (row + top) * image.width + left);
  }
  return rleOfPixels(whole, image.width, image.height);
}
