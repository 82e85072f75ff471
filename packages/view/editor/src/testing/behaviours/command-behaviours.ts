import type { EditorCommand, RegionRecord } from '../../index.ts';
import { box } from '../driver.ts';
import { type Behaviour, click, press, recordIn, type Seen } from './behaviour.ts';
import { frameBehaviours } from './frame-behaviours.ts';
import {
  A,
  B,
  C,
  cursor,
  geometries,
  hidden,
  IN_A,
  IN_B,
  IN_C,
  ids,
  joints,
  kinds,
  LEFT,
  locked,
  RIGHT,
  selected,
  sizes,
  tool,
  zoom,
} from './shown.ts';

/** What a command does, whichever of its keys is pressed. */
export type CommandBehaviour = Omit<Behaviour, 'acts'>;

const takes = (id: string): CommandBehaviour => ({
  first: press(id === 'select' ? 'b' : 'v'),
  told: tool,
  gives: id,
});
const onA = (of: Pick<CommandBehaviour, 'told' | 'gives'>): CommandBehaviour => ({
  given: [A],
  first: [click(...IN_A)],
  ...of,
});
const moves = (x: number, y: number): CommandBehaviour =>
  onA({ told: geometries, gives: [box(x, y, 120, 80)] });
/** The first move brings the cursor into the middle of the screen. */
const movesCursor = (x: number, y: number): CommandBehaviour => ({
  first: press('Mod+Up'),
  told: cursor,
  gives: { x, y },
});
const near = { id: 'camera', type: 'camera', x: 100, y: 50, zoom: 2 } as const;
const oneJoint = (alt: boolean) => [...press('s'), click(200, 200, alt ? { alt: true } : {})];
const groups = ({ regions }: Seen) => regions.map(({ groupId }) => groupId !== null);

const proposed = (at: RegionRecord, confidence: number): RegionRecord => ({
  ...at,
  proposal: { confidence, state: 'open', reason: null },
});
/** Something proposed that is sure, and something doubtful, which is the first to be looked at. */
const PROPOSED = [proposed(A, 0.9), proposed(B, 0.2)];
const verdicts = ({ regions }: Seen) => regions.map(({ proposal }) => proposal?.reason ?? proposal?.state);
const walks = (first: NonNullable<CommandBehaviour['first']>, gives: string): CommandBehaviour => ({
  given: [...PROPOSED, proposed(C, 0.5)],
  first,
  told: selected,
  gives: [gives],
});
/** What is said of the doubtful one, after which the other is before the person. */
const judges = (gives: string): CommandBehaviour => ({
  given: PROPOSED,
  first: [click(...IN_B)],
  told: (seen) => [verdicts(seen), selected(seen)],
  gives: [['open', gives], ['a']],
});

export const commandBehaviours: Readonly<Record<EditorCommand, CommandBehaviour>> = {
  undo: { given: [A], first: [click(...IN_A), ...press('Delete')], told: ids, gives: ['a'] },
  redo: { given: [A], first: [click(...IN_A), ...press('Delete', 'Mod+z')], told: ids, gives: [] },
  cancel: onA({ told: selected, gives: [] }),
  complete: {
    first: [...press('n'), click(100, 100), click(300, 100)],
    told: kinds,
    gives: ['polyline'],
  },
  back: {
    first: [...press('p'), click(100, 100), click(300, 100)],
    told: (seen) => recordIn(seen, 'draft')?.points,
    gives: [{ x: 100, y: 100 }],
  },
  delete: onA({ told: ids, gives: [] }),
  duplicate: onA({ told: geometries, gives: [box(100, 100, 120, 80), box(110, 110, 120, 80)] }),
  copy: onA({ told: (seen) => [ids(seen), seen.copied], gives: [['a'], 1] }),
  cut: onA({ told: (seen) => [ids(seen), seen.copied], gives: [[], 1] }),
  paste: {
    given: [A],
    first: [click(...IN_A), ...press('Mod+x')],
    told: geometries,
    gives: [box(100, 100, 120, 80)],
  },
  'bring-to-front': { given: [A, B, C], first: [click(...IN_A)], told: ids, gives: ['b', 'c', 'a'] },
  'send-to-back': { given: [A, B, C], first: [click(...IN_C)], told: ids, gives: ['c', 'a', 'b'] },
  'label-image': {
    given: [
      { id: 'pen', type: 'pen', label: { labelId: 'rain', attributes: {} }, radius: 10, tolerance: 24 },
    ],
    told: ({ regions }) => regions.map(({ geometry, label }) => [geometry.kind, label?.labelId]),
    gives: [['image-class', 'rain']],
  },
  group: {
    given: [A, B],
    first: [click(...IN_A), click(...IN_B, { shift: true })],
    told: groups,
    gives: [true, true],
  },
  ungroup: {
    given: [A, B].map((region) => ({ ...region, groupId: 'together' })),
    first: [click(...IN_A)],
    told: groups,
    gives: [false, false],
  },
  'nudge-left': moves(99, 100),
  'nudge-far-left': moves(90, 100),
  'nudge-right': moves(101, 100),
  'nudge-far-right': moves(110, 100),
  'nudge-up': moves(100, 99),
  'nudge-far-up': moves(100, 90),
  'nudge-down': moves(100, 101),
  'nudge-far-down': moves(100, 110),
  join: {
    given: [LEFT, RIGHT],
    first: [click(150, 150), click(250, 150, { shift: true })],
    told: sizes,
    gives: [['polygon', 20_000]],
  },
  'to-polygon': onA({ told: sizes, gives: [['polygon', 9600]] }),
  'to-mask': onA({ told: sizes, gives: [['mask', 9600]] }),
  'select-all': { given: [A, B], told: selected, gives: ['a', 'b'] },
  'zoom-in': { told: zoom, gives: 1.25 },
  'zoom-out': { told: zoom, gives: 0.8 },
  'zoom-actual': { given: [near], told: zoom, gives: 1 },
  // 32 pixels of 720 are left free above and below 600.
  'zoom-fit': { given: [near], told: zoom, gives: 1.093 },
  'zoom-selection': onA({ told: zoom, gives: 8.2 }),
  'brush-larger': { first: press('m'), told: (seen) => recordIn(seen, 'pen')?.radius, gives: 12.5 },
  'brush-smaller': { first: press('m'), told: (seen) => recordIn(seen, 'pen')?.radius, gives: 8 },
  'toggle-snap': { told: (seen) => recordIn(seen, 'snap')?.isOn, gives: true },
  hide: onA({ told: hidden, gives: ['a'] }),
  'show-all': { given: [A], first: [click(...IN_A), ...press('h')], told: hidden, gives: [] },
  lock: onA({ told: locked, gives: ['a'] }),
  'cursor-left': movesCursor(639, 360),
  'cursor-right': movesCursor(641, 360),
  'cursor-up': movesCursor(640, 359),
  'cursor-down': movesCursor(640, 361),
  'cursor-far-left': movesCursor(630, 360),
  'cursor-far-right': movesCursor(650, 360),
  'cursor-far-up': movesCursor(640, 350),
  'cursor-far-down': movesCursor(640, 370),
  place: {
    first: press('d', 'Mod+Up'),
    told: geometries,
    gives: [{ kind: 'point', version: 1, x: 640, y: 360 }],
  },
  hold: { first: press('b', 'Mod+Up'), told: ({ state }) => state, gives: 'box.pointing' },
  'joint-visible': { first: oneJoint(true), told: joints, gives: ['visible'] },
  'joint-occluded': { first: oneJoint(false), told: joints, gives: ['occluded'] },
  'joint-absent': { first: oneJoint(false), told: joints, gives: ['visible', 'absent'] },
  ...frameBehaviours,
  'flag-region': onA({
    told: ({ regions }) => regions.map(({ remark }) => remark ?? null),
    gives: [{ text: '' }],
  }),
  'verify-next': walks([click(...IN_B)], 'c'),
  'verify-previous': walks([click(...IN_C)], 'b'),
  'verify-accept': judges('accepted'),
  // A quarter of 720 pixels is left free above and below 80.
  'verify-fix': { given: PROPOSED, first: [click(...IN_B)], told: zoom, gives: 4.5 },
  'verify-reject': judges('nothing-there'),
  'verify-duplicate': judges('duplicate'),
  'verify-not-asked': judges('not-asked'),
  'verify-artefact': judges('artefact'),
  'verify-rest': {
    given: PROPOSED,
    first: [click(...IN_B), ...press('q')],
    told: verdicts,
    gives: ['accepted', 'nothing-there'],
  },
  'use-select': takes('select'),
  'use-box': takes('box'),
  'use-rotated-box': takes('rotated-box'),
  'use-ellipse': takes('ellipse'),
  'use-polygon': takes('polygon'),
  'use-polyline': takes('polyline'),
  'use-point': takes('point'),
  'use-skeleton': takes('skeleton'),
  'use-brush': takes('brush'),
  'use-eraser': takes('eraser'),
  'use-wand': takes('wand'),
  'use-live-wire': takes('live-wire'),
  'use-slice': takes('slice'),
  'use-relation': takes('relation'),
};
