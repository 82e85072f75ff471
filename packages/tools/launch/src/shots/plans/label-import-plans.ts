import { heldAndFailed, type RoutePlan } from '../route-plan.ts';
import type { World } from '../world/build-world.ts';

const as = 'manager';
const inProject = (rest: string) => (world: World) =>
  `/o/demo/projects/${world.wagesProject}/label-imports${rest}`;
const inBare = (rest: string) => (world: World) =>
  `/o/${world.begun}/projects/${world.bareProject}/label-imports${rest}`;
const ofImport = (world: World) => `/o/demo/label-imports/${world.labelImport}`;

/** Where labels come from elsewhere. */
export const LABEL_IMPORT_PLANS: readonly RoutePlan[] = [
  {
    route: '/o/[org]/projects/[projectId]/label-imports',
    full: { at: inProject(''), as, shows: 'panel.csv' },
    empty: { at: inBare(''), as: 'founder', shows: 'No labels have been imported' },
    ...heldAndFailed({ at: inProject(''), as }, ['labelImport.list']),
    also: { 'not allowed': { at: inProject(''), as: 'annotator', shows: 'You may not import labels here' } },
  },
  {
    route: '/o/[org]/projects/[projectId]/label-imports/new',
    full: { at: inProject('/new?use=labels'), as, shows: 'What the labels become' },
    empty: { at: inBare('/new'), as: 'founder', shows: 'What the labels become' },
    loading: { without: 'It is a form: what is chosen from is asked for while it is there.' },
    error: { without: 'It is a form: what is chosen from is asked for while it is there.' },
  },
  {
    route: '/o/[org]/label-imports/[importId]',
    full: { at: ofImport, as, shows: 'Download with reasons' },
    empty: {
      at: (world) => `/o/demo/label-imports/${world.unmappedImport}`,
      as,
      shows: 'Say what the columns hold',
    },
    ...heldAndFailed({ at: ofImport, as }, ['labelImport.get']),
    also: {
      taken: {
        at: (world) => `/o/demo/label-imports/${world.takenImport}`,
        as,
        shows: 'They stand in a batch of their own',
      },
    },
  },
];
