import { type Editor, frameOf, showFrame } from '@assay/editor';
import type { ImageSource } from '@assay/editor-konva';

/** Frames that are fetched before they are needed, after the one that is shown and before it. */
const [AHEAD, BEHIND] = [4, 2];
/** What is kept of frames that were shown: so many of them, and no more pixels than this, at 4 bytes each. */
const MOST_KEPT = 48;
const MOST_PIXELS = 64_000_000;
/** Between two frames that follow on each other by themselves. */
const FRAME_MS = 125;

/**
 * Shows the frame of a sequence that the editor is at, fetches those around it, and lets them follow on each other while
 * it plays: one waits for the next to be there. Returns its end.
 */
export function followFrames({
  editor,
  first,
  sourceOf,
  device,
  onSource,
}: {
  editor: Editor;
  /** The first frame, which is shown already. */
  first: ImageSource;
  sourceOf: (frame: number) => ImageSource;
  /** What shows it, in pixels of the device. */
  device: () => { width: number; height: number };
  onSource: (source: ImageSource) => void;
}): () => void {
  const { store } = editor;
  const { width, height } = editor.image;
  const most = Math.max(AHEAD + BEHIND + 1, Math.min(MOST_KEPT, Math.floor(MOST_PIXELS / (width * height))));
  /** Those that were shown last stand last. */
  const kept = new Map<number, ImageSource>([[0, first]]);
  /** The last that was seen: it stays below until the one before the person is there. */
  let below: ImageSource | undefined;
  let shown = -1;
  /** May it go from the last frame to the first? Only when it was begun there. */
  let isAnew = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const bring = (frame: number): ImageSource => {
    const source = kept.get(frame) ?? sourceOf(frame);
    kept.delete(frame);
    kept.set(frame, source);
    return source;
  };
  const around = (at: number, frames: number) => {
    const near = Array.from({ length: AHEAD + BEHIND + 1 }, (_, n) => at - BEHIND + n);
    for (const frame of near.reverse()) {
      if (frame >= 0 && frame < frames && frame !== at) bring(frame).prefetch(device());
    }
    bring(at);
    for (const [frame, source] of kept) {
      if (kept.size <= most) break;
      if (source === below) continue;
      kept.delete(frame);
      source.close();
    }
  };
  const isReady = (source: ImageSource): boolean => source.isSeen() || source.isLost();
  const play = () => {
    clearTimeout(timer);
    if (frameOf(store)?.isPlaying !== true) return;
    timer = setTimeout(() => {
      const now = frameOf(store);
      if (now?.isPlaying !== true) return;
      const isLast = now.at === now.frames - 1;
      // At the end it stands still; begun there, it begins anew.
      if (isLast && !isAnew) return store.put({ ...now, isPlaying: false });
      const next = isLast ? 0 : now.at + 1;
      const source = bring(next);
      source.prefetch(device());
      // What is begun in a frame belongs to it.
      if (!isReady(source) || !editor.isResting()) return play();
      isAnew = false;
      showFrame(store, next);
    }, FRAME_MS);
  };

  const follow = () => {
    const frame = frameOf(store);
    if (frame === undefined) return;
    if (!frame.isPlaying) isAnew = frame.frames > 1;
    else if (frame.at !== frame.frames - 1) isAnew = false;
    if (frame.at !== shown) {
      const before = kept.get(shown);
      if (before?.isSeen() === true) below = before;
      shown = frame.at;
      const source = bring(frame.at);
      source.prefetch(device());
      onSource(source);
      around(frame.at, frame.frames);
    }
    play();
  };
  const stop = store.signalOf('frame').subscribe(follow);
  return () => {
    stop();
    clearTimeout(timer);
    // What is on the canvas stays until the next picture is there.
    setTimeout(() => {
      for (const source of kept.values()) source.close();
    }, 5000);
  };
}
