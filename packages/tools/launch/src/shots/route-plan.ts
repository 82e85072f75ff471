import type { Locator, Page } from '@playwright/test';
import type { World } from './world/build-world.ts';

/** Whose eyes: people of the demo, the founder of fresh organisations, somebody without one, and nobody. */
export type Viewer =
  | 'manager'
  | 'expert'
  | 'engineer'
  | 'annotator'
  | 'auditor'
  | 'founder'
  | 'newcomer'
  | 'nobody';

/** What becomes of the requests for data: answered, held open, or answered by a broken server. */
export type Answers = 'real' | 'held' | 'failed';

export type Shot = {
  /** The address; what stands in its brackets is known once there is data. */
  at: (world: World) => string;
  as: Viewer;
  answers?: Answers;
  /** Only requests of these procedures are held or failed; the frame around the page gets its answers. */
  only?: readonly string[];
  /** Words that must be there, so that the picture shows what it is called. */
  shows?: string;
  /** What a person does before the picture is taken. */
  after?: (page: Page) => Promise<void>;
  /** The picture shows the window and no more: what is as high as a part of the window would be seen as nobody sees it. */
  inWindow?: true;
  /** What is in the middle of the window then, at each size of it. */
  inMiddle?: (page: Page) => Locator;
  /** Console messages that this state brings with it. */
  provokes?: RegExp;
};

/** Why a route has no such state. */
export type Without = { without: string };

export const REQUIRED_STATES = ['full', 'empty', 'loading', 'error'] as const;

/** How one page route is shown: each required state or the reason why there is none, and more states by name. */
export type RoutePlan = { route: string } & Record<(typeof REQUIRED_STATES)[number], Shot | Without> & {
    also?: Readonly<Record<string, Shot>>;
  };

export const isShot = (state: Shot | Without): state is Shot => 'at' in state;

/** The states of a plan that can be seen, by name. */
export function shotsOf(plan: RoutePlan): [string, Shot][] {
  const required = REQUIRED_STATES.flatMap((name): [string, Shot][] => {
    const state = plan[name];
    return isShot(state) ? [[name, state]] : [];
  });
  return [...required, ...Object.entries(plan.also ?? {})];
}

/** The same address held open and failing, as most pages are shown. */
export function heldAndFailed(
  shot: Pick<Shot, 'at' | 'as'>,
  only?: readonly string[],
): Pick<RoutePlan, 'loading' | 'error'> {
  const part = only === undefined ? {} : { only };
  return {
    loading: { ...shot, ...part, answers: 'held' },
    error: { ...shot, ...part, answers: 'failed', provokes: /status of 500/ },
  };
}
