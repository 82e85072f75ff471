import {
  boundsOfGeometry,
  changesOf,
  type Editor,
  type EditorRecords,
  type RecordsDiff,
  regionOf,
} from '@assay/editor';
import type { Bounds } from '@assay/geometry';
import { effect } from '@preact/signals-core';
import type { ActiveRegions } from './active-layer.ts';
import type { Layers } from './layers.ts';
import type { RestingLayer } from './resting-layer.ts';

/** Of more changes at once their places are not looked at one by one. */
const MOST_PLACES = 2000;
/** Of what a gesture changes so many become active beside what is selected. */
const MOST_IN_HAND = 50;

export type Followed = {
  readonly editor: Editor;
  readonly active: ActiveRegions;
  readonly resting: RestingLayer;
  readonly touch: Layers['touch'];
  readonly onCamera: () => void;
};

/** Keeps the layers in step with an editor: with each commit, and with what is selected, held and shown. Returns its end. */
export function followEditor({ editor, active, resting, touch, onCamera }: Followed): () => void {
  const { store } = editor;
  /** Regions that a gesture under way has made or changed. */
  let inHand: ReadonlySet<string> = new Set();
  const isGesture = () => !editor.state.peek().endsWith('.idle');

  const followActive = () => {
    const changed = active.follow(inHand);
    if (changed === 'all') resting.changeAll();
    else if (changed.size > 0) resting.change([...changed].flatMap((id) => placeOf(editor, id)));
    if (resting.isCurrent()) active.settle();
    touch('active', 'overlay');
  };

  const hold = (ids: readonly string[]) => {
    const held = new Set([...inHand, ...ids]);
    if (held.size === inHand.size || held.size > MOST_IN_HAND) return;
    inHand = held;
    followActive();
  };

  const followCommit = (diff: RecordsDiff<EditorRecords>, isOfGesture: boolean) => {
    if (isOfGesture) hold(regionsIn(diff));
    const changed = [...placesChanged(editor, diff, active)];
    if (changed.length > MOST_PLACES) resting.changeAll();
    else if (changed.length > 0) resting.change(changed);
    touch('active', 'overlay');
  };

  const stops = [
    store.listen(({ diff, source }) => followCommit(diff, source === 'user' && isGesture())),
    effect(() => {
      void store.signalOf('selection').value;
      followActive();
    }),
    effect(() => {
      void editor.state.value;
      touch('active', 'overlay');
      if (inHand.size === 0 || isGesture()) return;
      inHand = new Set();
      followActive();
    }),
    effect(() => {
      void store.signalOf('camera').value;
      onCamera();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function regionsIn(diff: RecordsDiff<EditorRecords>): string[] {
  const ids: string[] = [];
  for (const [id, { after }] of changesOf(diff)) if (after?.type === 'region') ids.push(id);
  return ids;
}

/** Where something rested that is changed, and where it rests now. */
function* placesChanged(
  editor: Editor,
  diff: RecordsDiff<EditorRecords>,
  active: ActiveRegions,
): Generator<Bounds> {
  for (const [id, { before, after }] of changesOf(diff)) {
    for (const record of [before, after]) {
      if (record?.type === 'region-view') yield* placeOf(editor, record.regionId);
      if (record?.type !== 'region' || active.has(id)) continue;
      const bounds = boundsOfGeometry(record.geometry);
      if (bounds !== undefined) yield bounds;
    }
  }
}

function placeOf({ store }: Editor, id: string): Bounds[] {
  const region = regionOf(store, id);
  const bounds = region && boundsOfGeometry(region.geometry);
  return bounds === undefined ? [] : [bounds];
}
