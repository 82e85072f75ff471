import { heldAndFailed, type RoutePlan } from '../route-plan.ts';
import type { World } from '../world/build-world.ts';

const as = 'manager';
const inProject = (rest: string) => (world: World) => `/o/demo/projects/${world.wagesProject}${rest}`;
const inBare = (rest: string) => (world: World) => `/o/${world.begun}/projects/${world.bareProject}${rest}`;
const ofRecipe = (rest: string) => (world: World) => `/o/demo/recipes/${world.recipe}${rest}`;
const ofRun = (rest: string) => (world: World) => `/o/demo/runs/${world.run}${rest}`;

const FORM = 'It is a form: what it loads adds to it and does not hold it up.';

/** Pages about recipes and runs. */
export const GENERATE_PLANS: readonly RoutePlan[] = [
  {
    route: '/o/[org]/projects/[projectId]/recipes',
    full: { at: inProject('/recipes'), as },
    empty: { at: inBare('/recipes'), as: 'founder', shows: 'No recipe yet' },
    ...heldAndFailed({ at: inProject('/recipes'), as }, ['recipe.list']),
    also: {
      trash: { at: inProject('/recipes?show=trash'), as },
      'no match': { at: inProject('/recipes?search=zebra'), as, shows: 'No recipe matches' },
      'not allowed': { at: inProject('/recipes'), as: 'annotator', shows: 'cannot see recipes' },
    },
  },
  {
    route: '/o/[org]/projects/[projectId]/recipes/new',
    full: { at: inProject('/recipes/new'), as },
    empty: { at: inBare('/recipes/new'), as: 'founder', shows: 'no source in this project yet' },
    loading: { without: FORM },
    error: { without: FORM },
    also: {
      'not allowed': { at: inProject('/recipes/new'), as: 'annotator', shows: 'cannot write recipes' },
    },
  },
  {
    route: '/o/[org]/recipes/[recipeId]',
    full: { at: ofRecipe(''), as },
    empty: { without: 'A recipe has a version from its first moment.' },
    ...heldAndFailed({ at: ofRecipe(''), as }, ['recipe.get']),
  },
  {
    route: '/o/[org]/recipes/[recipeId]/compare',
    full: { at: ofRecipe('/compare'), as },
    empty: { without: 'A recipe has a version from its first moment; with one alone the page says so.' },
    ...heldAndFailed({ at: ofRecipe('/compare'), as }, ['recipe.get']),
  },
  {
    route: '/o/[org]/projects/[projectId]/runs',
    full: { at: inProject('/runs'), as },
    empty: { at: inBare('/runs'), as: 'founder', shows: 'No run yet' },
    ...heldAndFailed({ at: inProject('/runs'), as }, ['run.list']),
    also: {
      'no match': { at: inProject('/runs?status=QUEUED'), as, shows: 'No run matches these filters' },
      'not allowed': { at: inProject('/runs'), as: 'annotator', shows: 'cannot see runs' },
    },
  },
  {
    route: '/o/[org]/projects/[projectId]/runs/import',
    full: { at: inProject('/runs/import'), as },
    empty: { at: inBare('/runs/import'), as: 'founder', shows: 'no source in this project yet' },
    loading: { without: FORM },
    error: { without: FORM },
    also: { 'not allowed': { at: inProject('/runs/import'), as: 'annotator', shows: 'cannot import runs' } },
  },
  {
    route: '/o/[org]/runs/[runId]',
    full: { at: ofRun(''), as, shows: 'Fitted model' },
    empty: { without: 'A run is something that was ordered: it is never without what it was ordered by.' },
    ...heldAndFailed({ at: ofRun(''), as }, ['run.get']),
    also: {
      'of pictures': { at: (world) => `/o/demo/runs/${world.scenesRun}`, as, shows: 'Show the list now' },
    },
  },
  {
    route: '/o/[org]/runs/[runId]/rows',
    full: { at: ofRun('/rows'), as },
    empty: { without: 'A run without rows fails; while they are made, there is no tab of rows.' },
    ...heldAndFailed({ at: ofRun('/rows'), as }, ['run.rows']),
  },
];
