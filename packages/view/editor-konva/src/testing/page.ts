import { createEditor, type Editor, type EditorRecords, maskOfRle, type RegionRecord } from '@assay/editor';
import {
  BEHAVIOUR_IMAGE,
  MIXED_IMAGE,
  mixedRegions,
  type Seen,
  BEHAVIOUR_SKELETON as SKELETON,
  seenOf,
} from '@assay/editor/testing';
import { rleOfPixels } from '@assay/geometry';
import { cutTile } from '../image/bitmap-source.ts';
import { levelsOf, TILE_SIZE } from '../image/tile-plan.ts';
import {
  createImageSource,
  createMinimap,
  createPixelReader,
  createRenderer,
  type ImageSource,
  type LookOf,
  type PixelReader,
  type Renderer,
  type ServedPicture,
  servedSource,
} from '../index.ts';
import { createPictureCanvas } from '../picture/picture-canvas.ts';
import { discCanvas } from './disc-canvas.ts';
import { pressKeysOn } from './press-keys.ts';

/** What the page of tests and measurements can be asked for; all of it must be plain, to travel to the browser. */
export type CanvasPage = {
  /** Opens an image with mixed regions, or rings as masks. Gives the milliseconds until all is drawn. */
  readonly open: (of: Opened) => Promise<number>;
  /** The same. Gives also the longest time for which nothing else got its turn. */
  readonly openWatched: (of: Opened) => Promise<{ took: number; longestBlock: number }>;
  /** Opens the image of the behaviours with these records, pixel by pixel, and waits until tools can read its pixels. */
  readonly openBehaviour: (given: readonly EditorRecords[]) => Promise<void>;
  readonly editor: () => Editor;
  /** What can be seen of the editor. */
  readonly seen: () => Seen;
  readonly renderer: () => Renderer;
  /** Waits until all is drawn. */
  readonly sharp: () => Promise<void>;
  /** Waits for the same. Gives the milliseconds from the last change of the camera until then. */
  readonly sharpened: () => Promise<number>;
  /** Moves the first region and takes it back, so often. Gives what each undo took, with what follows in the renderer. */
  readonly undoMoves: (times: number) => number[];
  /** Encodes so many masks from their pixels and writes them as JSON, one in each turn. */
  readonly saveMasks: (masks: number) => Promise<{ took: number; longestBlock: number }>;
  /** Lets the tiles come that are held back. */
  readonly letTiles: () => void;
  /** Can tiles be had at all? */
  readonly setReachable: (isReachable: boolean) => void;
  /** How many tiles were asked for since the page was loaded. */
  readonly tilesAsked: () => number;
  /** Shows a picture that is served, on a canvas of 400 x 300 pixels without an editor, scaled so that all is seen. */
  readonly showServed: (of: Omit<ServedPicture, 'hrefOf'>) => Promise<void>;
  /** Puts a minimap of 200 x 150 pixels over the upper left corner. */
  readonly addMinimap: () => void;
  /** Shows what was shown before once more, with the same picture. */
  readonly reopen: () => void;
  /** Where the menu was asked for. */
  readonly menus: () => { x: number; y: number }[];
  /** Begins to note what frames take. */
  readonly watch: () => void;
  /** What was noted since. */
  readonly noted: () => Noted;
};

type Opened = {
  readonly regions?: number;
  readonly masks?: number;
  /** Tiles of finer levels than this come only when they are let. */
  readonly tilesFrom?: number;
};

export type Noted = {
  /** From each frame to the next, in milliseconds. */
  readonly frames: number[];
  /** What our own work took in each frame. */
  readonly work: number[];
  /** The longest time for which nothing else got its turn. */
  readonly longestBlock: number;
};

const MASK_SIDE = 1024;
const COLOURS = ['teal', 'orange', 'indigo', 'olive', 'magenta', 'green', 'brown', 'grey'] as const;

const lookOf: LookOf = ({ order }) => ({
  colour: COLOURS[order % COLOURS.length]!,
  status: order % 10 === 3 ? 'proposed' : order % 10 === 7 ? 'rejected' : 'accepted',
  isOccluded: order % 10 === 5,
  text: `Region ${order}`,
  bones: SKELETON.bones,
});

/** A picture with something to see at each zoom: a gradient, and blocks of other colours on it. */
function picture(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height];
  const context = canvas.getContext('2d')!;
  const gradient = context.createLinearGradient(0, 0, width, height);
  gradient.addColorStop(0, '#202830');
  gradient.addColorStop(1, '#e8e4da');
  context.fillStyle = gradient;
  context.fillRect(0, 0, width, height);
  for (let at = 0; at < 400; at += 1) {
    context.fillStyle = `hsl(${(at * 47) % 360} 40% ${20 + ((at * 13) % 60)}%)`;
    context.fillRect((at * 977) % width, (at * 613) % height, 40 + ((at * 31) % 90), 30 + ((at * 17) % 70));
  }
  return canvas;
}

/** The pixels of a ring, row by row. */
function ringPixels(order: number): Uint8Array {
  return Uint8Array.from({ length: MASK_SIDE * MASK_SIDE }, (_, place) => {
    const away = Math.hypot((place % MASK_SIDE) - 300 - order * 8, Math.floor(place / MASK_SIDE) - 512);
    return Number(away < 280 && away > 60 + order);
  });
}

function rings(count: number): RegionRecord[] {
  return Array.from({ length: count }, (_, order) => {
    const geometry = maskOfRle(rleOfPixels(ringPixels(order), MASK_SIDE, MASK_SIDE));
    return { id: `mask-${order}`, type: 'region', geometry, label: null, order, groupId: null };
  });
}

let editor: Editor;
let renderer: Renderer | undefined;
let work: number[] = [];
let frames: number[] = [];
let sharpAfter = 0;
let longestBlock = 0;
let isWatching = false;
let menus: { x: number; y: number }[] = [];
let source: ImageSource | undefined;
let reader: PixelReader | undefined;
let isReachable = true;
let tilesAsked = 0;
let letTiles = () => {};
const tilesLet = new Promise<void>((resolve) => {
  letTiles = resolve;
});

const ask = requestAnimationFrame.bind(window);
window.requestAnimationFrame = (callback) =>
  ask((time) => {
    const began = performance.now();
    callback(time);
    work.push(performance.now() - began);
  });

/** The next moment at which what was drawn in a frame is behind us. */
const afterFrame = () => new Promise<void>((resolve) => ask(() => setTimeout(resolve)));

/** The next task; timers would be held back when they follow one another. */
function turn(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => resolve();
    port2.postMessage(undefined);
  });
}

async function sharp(): Promise<void> {
  do await afterFrame();
  while (renderer?.isSharp() !== true);
}

function sourceOf(whole: HTMLCanvasElement, tilesFrom: number): ImageSource {
  const size = { width: whole.width, height: whole.height };
  return createImageSource({
    size,
    levels: levelsOf(size),
    tileSize: TILE_SIZE,
    tile: async (level, column, row) => {
      tilesAsked += 1;
      if (!isReachable) throw new Error('The server is not reached.');
      if (level < tilesFrom) await tilesLet;
      return cutTile(whole, size, { level, column, row });
    },
  });
}

function watchFrames(): void {
  let last: number | undefined;
  const next = (time: number) => {
    if (!isWatching) return;
    if (last !== undefined) frames.push(time - last);
    last = time;
    ask(next);
  };
  ask(next);
}

/** Turns come as messages: how long the next one takes is how long somebody else had it. */
function watchBlocks(): void {
  let last = performance.now();
  const next = () => {
    if (!isWatching) return;
    longestBlock = Math.max(longestBlock, performance.now() - last);
    last = performance.now();
    setTimeout(next);
  };
  next();
}

function watchSharpness(): void {
  let changed: number | undefined;
  editor.store.listen(({ diff }) => {
    if (!diff.updated.has('camera')) return;
    const isFirst = changed === undefined;
    changed = performance.now();
    if (isFirst) void wait();
  });
  const wait = async () => {
    await sharp();
    sharpAfter = performance.now() - changed!;
    changed = undefined;
  };
}

async function open({ regions = 0, masks = 0, tilesFrom = 0 }: Opened) {
  const { width, height } = masks > 0 ? { width: MASK_SIDE, height: MASK_SIDE } : MIXED_IMAGE;
  return show(picture(width, height), [...mixedRegions(regions), ...rings(masks)], tilesFrom);
}

async function openBehaviour(given: readonly EditorRecords[]): Promise<void> {
  await show(discCanvas(), [], 0);
  editor.store.transact(() => {
    editor.store.put({ id: 'camera', type: 'camera', x: 0, y: 0, zoom: 1 }, ...given);
  }, 'remote');
  await sharp();
  const { width, height } = BEHAVIOUR_IMAGE;
  while (reader!.around({ x: width / 2, y: height / 2 }) === undefined) await afterFrame();
}

async function show(
  whole: HTMLCanvasElement,
  records: readonly EditorRecords[],
  tilesFrom: number,
): Promise<{ took: number; longestBlock: number }> {
  const image = { width: whole.width, height: whole.height };
  const before = source;
  source = sourceOf(whole, tilesFrom);
  menus = [];
  const container = document.querySelector<HTMLElement>('#canvas')!;
  let made = 0;
  const newId = () => {
    made += 1;
    return `new-${made}`;
  };
  await afterFrame();
  page.watch();
  const began = performance.now();
  reader?.stop();
  reader = createPixelReader(source);
  editor = createEditor({ image, newId, pixelsAround: reader.around, skeletonOf: () => SKELETON });
  if (renderer?.element.isConnected !== true) {
    const onContextMenu = (at: { x: number; y: number }) => menus.push(at);
    renderer = createRenderer({ container, label: 'Canvas', lookOf, onContextMenu });
  }
  renderer.setLooks(lookOf);
  renderer.open({ editor, source });
  before?.close();
  editor.store.transact(() => editor.store.put(...records), 'remote');
  editor.run('zoom-fit');
  if (tilesFrom === 0 && isReachable) await sharp();
  const took = performance.now() - began;
  const noted = page.noted();
  watchSharpness();
  return { took, longestBlock: noted.longestBlock };
}

const page: CanvasPage = {
  open: async (of) => (await open(of)).took,
  openWatched: open,
  openBehaviour,
  editor: () => editor,
  seen: () => seenOf(editor),
  renderer: () => renderer!,
  sharp,
  sharpened: async () => {
    await sharp();
    await afterFrame();
    return sharpAfter;
  },
  undoMoves: (times) => {
    if (editor.store.get('region-0') === undefined) throw new Error('There is no region to be moved.');
    return Array.from({ length: times }, () => {
      editor.store.put({ id: 'selection', type: 'selection', regionIds: new Set(['region-0']) });
      const before = editor.store.get('region-0');
      editor.run('nudge-right');
      if (editor.store.get('region-0') === before) throw new Error('The region did not move.');
      // At rest again: taking it back paints that layer anew where it was and where it is.
      editor.run('cancel');
      const began = performance.now();
      editor.run('undo');
      return performance.now() - began;
    });
  },
  saveMasks: async (masks) => {
    const all = Array.from({ length: masks }, (_, order) => ringPixels(order));
    await afterFrame();
    const began = performance.now();
    let longest = 0;
    for (const pixels of all) {
      const begun = performance.now();
      JSON.stringify(maskOfRle(rleOfPixels(pixels, MASK_SIDE, MASK_SIDE)));
      longest = Math.max(longest, performance.now() - begun);
      await turn();
    }
    return { took: performance.now() - began, longestBlock: longest };
  },
  letTiles: () => letTiles(),
  setReachable: (reachable) => {
    isReachable = reachable;
  },
  tilesAsked: () => tilesAsked,
  showServed: async (of) => {
    const canvas = document.createElement('canvas');
    canvas.id = 'served';
    document.body.prepend(canvas);
    const served = servedSource({ ...of, hrefOf: (file) => `/pictures/${file}` });
    const screen = { width: 400, height: 300 };
    const zoom = Math.min(screen.width / of.size.width, screen.height / of.size.height);
    createPictureCanvas(canvas, served).show({ x: 0, y: 0, zoom }, screen);
    while (!served.isComplete() || !served.isSeen()) await afterFrame();
    await afterFrame();
  },
  addMinimap: () => {
    const canvas = document.createElement('canvas');
    canvas.id = 'minimap';
    canvas.style.cssText = 'position:absolute;left:0;top:0;width:200px;height:150px';
    document.querySelector('#canvas')!.append(canvas);
    createMinimap(canvas, { editor, source: source! });
  },
  reopen: () => renderer!.open({ editor, source: source! }),
  menus: () => menus,
  watch: () => {
    [work, frames, longestBlock] = [[], [], 0];
    if (isWatching) return;
    isWatching = true;
    watchFrames();
    watchBlocks();
  },
  noted: () => {
    isWatching = false;
    return { frames, work, longestBlock };
  },
};

pressKeysOn(() => editor);
Object.assign(window, { canvasPage: page });
