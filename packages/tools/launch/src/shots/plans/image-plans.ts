import { heldAndFailed, type RoutePlan } from '../route-plan.ts';
import type { World } from '../world/build-world.ts';

const as = 'manager';
const inProject = (rest: string) => (world: World) => `/o/demo/projects/${world.wagesProject}/${rest}`;
const inBare = (rest: string) => (world: World) => `/o/${world.begun}/projects/${world.bareProject}/${rest}`;
const ofImport = (world: World) => `/o/demo/image-imports/${world.imageImport}`;
const ofComparison = (world: World) => `/o/demo/image-comparisons/${world.imageComparison}`;
const ofImage = (world: World) => `/o/demo/images/${world.image}`;

/** Where pictures come in, and are looked at. */
export const IMAGE_PLANS: readonly RoutePlan[] = [
  {
    route: '/o/[org]/projects/[projectId]/images',
    full: { at: inProject('images'), as, shows: 'scene-03.png' },
    empty: { at: inBare('images'), as: 'founder', shows: 'No images yet' },
    ...heldAndFailed({ at: inProject('images'), as }, ['image.list']),
    also: {
      'nothing matches': { at: inProject('images?search=nowhere'), as, shows: 'No image matches' },
      'not allowed': { at: inProject('images'), as: 'annotator', shows: 'You may not look at the images' },
    },
  },
  {
    route: '/o/[org]/projects/[projectId]/images/new',
    full: { at: inProject('images/new'), as, shows: 'Where they are from' },
    empty: { at: inBare('images/new'), as: 'founder', shows: 'Where they are from' },
    loading: { without: 'It is a form: nothing of it is asked for.' },
    error: { without: 'It is a form: nothing of it is asked for.' },
  },
  {
    route: '/o/[org]/projects/[projectId]/image-imports',
    full: { at: inProject('image-imports'), as, shows: 'Drawn scenes' },
    empty: { at: inBare('image-imports'), as: 'founder', shows: 'No images have been imported' },
    ...heldAndFailed({ at: inProject('image-imports'), as }, ['imageImport.list']),
  },
  {
    route: '/o/[org]/image-imports/[importId]',
    full: { at: ofImport, as, shows: 'Download what was not taken' },
    empty: { at: (world) => `${ofImport(world)}?outcome=twice`, as, shows: 'No file of this outcome' },
    ...heldAndFailed({ at: ofImport, as }, ['imageImport.get']),
  },
  {
    route: '/o/[org]/projects/[projectId]/images/compare',
    full: { at: inProject('images/compare'), as, shows: 'Frequencies' },
    empty: { at: inBare('images/compare'), as: 'founder', shows: 'Nothing has been compared yet' },
    ...heldAndFailed({ at: inProject('images/compare'), as }, ['imageComparison.list']),
    also: {
      'not allowed': {
        at: inProject('images/compare'),
        as: 'annotator',
        shows: 'You may not look at the images',
      },
    },
  },
  {
    route: '/o/[org]/image-comparisons/[comparisonId]',
    full: { at: ofComparison, as, shows: 'Frequencies' },
    empty: { without: 'A comparison has always two sides.' },
    ...heldAndFailed({ at: ofComparison, as }, ['imageComparison.get']),
  },
  {
    route: '/o/[org]/images/[imageId]',
    full: { at: ofImage, as, shows: 'About this picture' },
    empty: { without: 'A picture has always something to show.' },
    ...heldAndFailed({ at: ofImage, as }, ['image.get']),
  },
];
