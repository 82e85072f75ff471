import {
  type Editor,
  type EditorRecords,
  type RegionRecord,
  type RelationRecord,
  regionsOf,
  relationsOf,
  type SkeletonPlan,
  selectedIds,
} from '../../index.ts';

/** A place on a screen that shows the image pixel by pixel. */
export type Place = readonly [x: number, y: number];

/** One thing that a person does; keys are written as in the keymap. */
export type Act =
  | { readonly do: 'press'; readonly stroke: string }
  | { readonly do: 'click'; readonly at: Place; readonly held?: Held }
  | { readonly do: 'drag'; readonly from: Place; readonly to: Place };
export type Held = { readonly shift?: true; readonly alt?: true };

/** What somebody does with an editor, and what of it is different afterwards. */
export type Behaviour = {
  /** Records that are there, besides those with which each editor begins. */
  readonly given?: readonly EditorRecords[];
  /** What is done before. */
  readonly first?: readonly Act[];
  /** What is proven; of a command its key, unless said otherwise. */
  readonly acts: readonly Act[];
  /** What is asked of what can be seen: after the acts it is `gives`, and before them it is not. */
  readonly told: (seen: Seen) => unknown;
  readonly gives: unknown;
};

/** What can be seen of an editor, as plain values that can come from another process. */
export type Seen = {
  readonly state: string;
  readonly regions: readonly RegionRecord[];
  readonly relations: readonly RelationRecord[];
  readonly selected: readonly string[];
  /** How many regions can be pasted. */
  readonly copied: number;
  /** All other records. */
  readonly others: readonly EditorRecords[];
};

const ELSEWHERE: ReadonlySet<string> = new Set(['region', 'relation', 'selection']);

export const seenOf = ({ store, state, clipboard }: Editor): Seen => ({
  state: state.peek(),
  regions: regionsOf(store),
  relations: relationsOf(store),
  selected: [...selectedIds(store)].sort(),
  copied: clipboard.read()?.regions.length ?? 0,
  others: [...store.all()].filter(({ type }) => !ELSEWHERE.has(type)),
});

/** The record of the session of a type of which there is one. */
export function recordIn<T extends EditorRecords['type']>(
  { others }: Seen,
  type: T,
): Extract<EditorRecords, { type: T }> | undefined {
  return others.find((each): each is Extract<EditorRecords, { type: T }> => each.type === type);
}

/** The image of all behaviours, in which a disc is of another colour; a screen that is larger shows it pixel by pixel. */
export const BEHAVIOUR_IMAGE = { width: 800, height: 600 };
export const BEHAVIOUR_SCREEN = { width: 1280, height: 720 };
export const BEHAVIOUR_DISC = { x: 600, y: 400, radius: 60 };

/** What labels of skeletons ask for. */
export const BEHAVIOUR_SKELETON: SkeletonPlan = {
  joints: ['head', 'neck', 'hip'],
  bones: [
    ['head', 'neck'],
    ['neck', 'hip'],
  ],
};

export const press = (...strokes: readonly string[]): Act[] =>
  strokes.map((stroke) => ({ do: 'press', stroke }));
export const click = (x: number, y: number, held: Held = {}): Act => ({ do: 'click', at: [x, y], held });
export const drag = (from: Place, to: Place): Act => ({ do: 'drag', from, to });
