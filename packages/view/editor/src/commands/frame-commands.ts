import type { Track } from '@assay/contracts';
import { firstGeometry, geometryAt, isKeyFrame, withKeyFrame, withoutKeyFrame } from '@assay/domain';
import { ownView, regionsOf } from '../document/document.ts';
import { removeRegions } from '../document/proposals.ts';
import type { FrameRecord, RegionRecord } from '../document/records.ts';
import { selectedRegions } from '../document/selection.ts';
import type { EditorCore } from '../editor-core.ts';
import { frameOf, showFrame } from '../sequence/frame.ts';
import { withTrack } from '../sequence/keep-frames.ts';
import type { Command } from './command.ts';

/** Goes some frames on, or back. */
const step = (by: number): Command['run'] => {
  return ({ core: { store } }) => {
    const frame = frameOf(store);
    if (frame === undefined) return false;
    // At either end the key does nothing, and it does not scroll the page either.
    showFrame(store, frame.at + by);
    return true;
  };
};

/** A frame of which something was said. */
export type KeyMark = {
  readonly frame: number;
  /** All that was said is that something is there no more. */
  readonly isGone: boolean;
};

/** What was said of frames: of what is selected, or of all where nothing is. Ascending, each frame once. */
export function keyMarksOf({ store }: Pick<EditorCore, 'store'>): KeyMark[] {
  const selected = selectedRegions(store);
  const gone = new Map<number, boolean>();
  for (const { track } of selected.length > 0 ? selected : regionsOf(store)) {
    for (const { frame, geometry } of track?.keyFrames ?? []) {
      gone.set(frame, geometry === null && gone.get(frame) !== false);
    }
  }
  return [...gone].map(([frame, isGone]) => ({ frame, isGone })).sort((a, b) => a.frame - b.frame);
}

/** Goes to the next frame of which something was said. */
const toKeyFrame = (isForward: boolean): Command['run'] => {
  return ({ core }) => {
    const frame = frameOf(core.store);
    if (frame === undefined) return false;
    const all = keyMarksOf(core).map((mark) => mark.frame);
    const next = isForward ? all.find((each) => each > frame.at) : all.findLast((each) => each < frame.at);
    if (next !== undefined) showFrame(core.store, next);
    return true;
  };
};

/** Says something else of the frame that is shown, of each region that is selected and free; null removes it. */
function say(
  name: string,
  next: (track: Track, frame: FrameRecord) => Track | null | undefined,
): Command['run'] {
  return ({ core }) => {
    const { store, history } = core;
    const frame = frameOf(store);
    if (frame === undefined) return false;
    const changed = selectedRegions(store).flatMap(
      (region): { region: RegionRecord; track: Track | null }[] => {
        if (region.track === undefined || ownView(store, region.id).locked) return [];
        const track = next(region.track, frame);
        return track === undefined ? [] : [{ region, track }];
      },
    );
    if (changed.length === 0) return false;
    history.mark(name);
    store.transact(() => {
      for (const { region, track } of changed) {
        if (track === null) removeRegions(store, [region]);
        else store.put(withTrack(store, region, track));
      }
    });
    return true;
  };
}

export const frameCommands = {
  'next-frame': { keys: ['PageDown'], run: step(1) },
  'previous-frame': { keys: ['PageUp'], run: step(-1) },
  'next-key-frame': { keys: ['Shift+PageDown'], run: toKeyFrame(true) },
  'previous-key-frame': { keys: ['Shift+PageUp'], run: toKeyFrame(false) },
  'play-frames': {
    keys: ['Shift+f'],
    run: ({ core: { store } }) => {
      const frame = frameOf(store);
      if (frame === undefined) return false;
      store.put({ ...frame, isPlaying: !frame.isPlaying });
      return true;
    },
  },
  /** What is selected is here as it is shown; where it is not, it comes back as it was last. */
  'set-key-frame': {
    keys: ['Shift+k'],
    run: say('key frame', (track, { at }) => {
      if (isKeyFrame(track, at) && geometryAt(track, at) !== null) return undefined;
      const before = track.keyFrames.findLast(({ frame, geometry }) => frame < at && geometry !== null);
      return withKeyFrame(track, at, geometryAt(track, at) ?? before?.geometry ?? firstGeometry(track));
    }),
  },
  /** From here on it is in the picture no more. */
  'leave-frame': {
    keys: ['Shift+Delete'],
    run: say('leave', (track, { at }) =>
      geometryAt(track, at) === null ? undefined : withKeyFrame(track, at, null),
    ),
  },
  /** Here it is as the key frames around it say; the only one stays. */
  'remove-key-frame': {
    keys: ['Shift+Backspace'],
    run: say('remove key frame', (track, { at }) =>
      isKeyFrame(track, at) ? (withoutKeyFrame(track, at) ?? undefined) : undefined,
    ),
  },
} satisfies Record<string, Command>;
