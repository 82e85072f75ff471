import { combineRles, pixelsOfRle, type Rle, rleOfPixels, rleToString } from '@assay/geometry';
import type { RegionRecord } from './document/records.ts';
import { createEditor, type Editor } from './editor.ts';
import { MIXED_IMAGE as IMAGE, mixedRegions } from './testing/mixed-regions.ts';

/** One measured figure. */
export type EditorFigure = { readonly name: string; readonly value: number; readonly unit: string };

const RUNS = 200;
/** Gestures before those that are measured. */
const WARM_UP = 20;

/** The engine alone, without a pixel: undo, dragging, hitting and opening among thousands of mixed shapes, and masks. */
export function editorBench(): EditorFigure[] {
  return [...undoFigures(5000), ...dragFigures(10_000), ...openFigures(5000), ...maskFigures()];
}

function editorOf(regions: readonly RegionRecord[]): Editor {
  let made = 0;
  const newId = () => {
    made += 1;
    return `new-${made}`;
  };
  const editor = createEditor({ image: IMAGE, newId });
  editor.store.transact(() => editor.store.put(...regions), 'remote');
  return editor;
}

function undoFigures(count: number): EditorFigure[] {
  const editor = editorOf(mixedRegions(count));
  const one: number[] = [];
  for (let run = 0; run < RUNS + WARM_UP; run += 1) {
    dragFirst(editor);
    mustMove(editor, () => one.push(timed(() => editor.run('undo'))));
  }
  const all: number[] = [];
  editor.run('select-all');
  for (let run = 0; run < 20; run += 1) {
    mustMove(editor, () => editor.run('nudge-right'));
    mustMove(editor, () => all.push(timed(() => editor.run('undo'))));
  }
  return [
    ...spread(`undo of a move among ${count} regions`, one.slice(WARM_UP)),
    ...spread(`undo of a move of all ${count} regions`, all),
  ];
}

/** Drags the first region, a box, a little to the right. */
function dragFirst(editor: Editor): void {
  mustMove(editor, () => {
    editor.pointerDown({ x: 5, y: 5 });
    editor.pointerMove({ x: 15, y: 5 });
    editor.pointerUp({ x: 15, y: 5 });
  });
}

/** What moves nothing is quick, and is not what is measured. */
function mustMove({ store }: Editor, move: () => void): void {
  const before = store.get('region-0');
  move();
  if (store.get('region-0') === before) throw new Error('The region did not move.');
}

function dragFigures(count: number): EditorFigure[] {
  const editor = editorOf(mixedRegions(count));
  const hits = Array.from({ length: RUNS + WARM_UP }, (_, run) =>
    timed(() => editor.index.at({ x: (run * 37) % IMAGE.width, y: (run * 53) % IMAGE.height }, 6)),
  );
  editor.pointerDown({ x: 5, y: 5 });
  const moves: number[] = [];
  for (let run = 0; run < RUNS + WARM_UP; run += 1) {
    mustMove(editor, () => moves.push(timed(() => editor.pointerMove({ x: 20 + run * 3, y: 20 + run * 2 }))));
  }
  editor.pointerUp({ x: 5, y: 5 });
  return [
    ...spread(`dragging one of ${count} regions, each move`, moves.slice(WARM_UP)),
    ...spread(`hitting one of ${count} regions`, hits.slice(WARM_UP)),
  ];
}

function openFigures(count: number): EditorFigure[] {
  const regions = Array.from({ length: 10 }, () => mixedRegions(count));
  return spread(
    `opening ${count} regions, without drawing`,
    regions.map((each) => timed(() => editorOf(each))),
  );
}

/** Rings of 1024 x 1024 pixels: each is encoded, and the next one merged with it. */
function maskFigures(): EditorFigure[] {
  const side = 1024;
  const mask = (at: number): Uint8Array =>
    Uint8Array.from({ length: side * side }, (_, place) => {
      const away = Math.hypot((place % side) - 400 - at, Math.floor(place / side) - 500);
      return Number(away < 350 && away > 100 + at);
    });
  const pixels = Array.from({ length: 50 }, (_, at) => mask(at));
  let masks: Rle[] = [];
  const encoding = timed(() => {
    masks = pixels.map((each) => rleOfPixels(each, side, side));
    for (const each of masks) rleToString(each);
  });
  const merging = timed(() => {
    masks.reduce((merged, each) => combineRles(merged, each, 'union'));
  });
  const decoding = timed(() => {
    for (const each of masks) pixelsOfRle(each);
  });
  return [
    { name: `encoding 50 masks of ${side} x ${side}`, value: encoding, unit: 'ms' },
    { name: `merging 50 masks of ${side} x ${side}`, value: merging, unit: 'ms' },
    { name: `decoding 50 masks of ${side} x ${side}`, value: decoding, unit: 'ms' },
  ];
}

function timed(work: () => void): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

/** The median and the 95th percentile. */
function spread(name: string, times: readonly number[]): EditorFigure[] {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
  return [
    { name: `${name}, p50`, value: at(0.5), unit: 'ms' },
    { name: `${name}, p95`, value: at(0.95), unit: 'ms' },
  ];
}
