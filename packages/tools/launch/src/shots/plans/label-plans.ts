import { heldAndFailed, type RoutePlan } from '../route-plan.ts';
import type { World } from '../world/build-world.ts';

const as = 'manager';
const inProject = (rest: string) => (world: World) => `/o/demo/projects/${world.wagesProject}${rest}`;
const inBare = (rest: string) => (world: World) => `/o/${world.begun}/projects/${world.bareProject}${rest}`;
const ofSchema = (rest: string) => (world: World) => `/o/demo/label-schemas/${world.labelSchema}${rest}`;

/** Pages about what is asked of whoever labels. */
export const LABEL_PLANS: readonly RoutePlan[] = [
  {
    route: '/o/[org]/projects/[projectId]/label-schemas',
    full: { at: inProject('/label-schemas'), as },
    empty: { at: inBare('/label-schemas'), as: 'founder', shows: 'No label schema yet' },
    ...heldAndFailed({ at: inProject('/label-schemas'), as }, ['labelSchema.list']),
    also: {
      trash: { at: inProject('/label-schemas?show=trash'), as },
      'no match': { at: inProject('/label-schemas?search=zebra'), as, shows: 'No label schema matches' },
    },
  },
  {
    route: '/o/[org]/projects/[projectId]/label-schemas/new',
    full: { at: inProject('/label-schemas/new'), as },
    empty: { at: inBare('/label-schemas/new'), as: 'founder', shows: 'Nothing is asked yet' },
    loading: { without: 'It is a form: nothing is loaded before it can be filled in.' },
    error: { without: 'It is a form: nothing is loaded before it can be filled in.' },
    also: {
      'not allowed': {
        at: inProject('/label-schemas/new'),
        as: 'annotator',
        shows: 'cannot write label schemas',
      },
    },
  },
  {
    route: '/o/[org]/label-schemas/[labelSchemaId]',
    full: { at: ofSchema(''), as, shows: 'As it will be asked' },
    empty: { without: 'A label schema has a version from its first moment; what asks nothing says so.' },
    ...heldAndFailed({ at: ofSchema(''), as }, ['labelSchema.get']),
    also: { 'read only': { at: ofSchema(''), as: 'annotator', shows: 'as it is' } },
  },
  {
    route: '/o/[org]/label-schemas/[labelSchemaId]/compare',
    full: { at: ofSchema('/compare'), as },
    empty: {
      without: 'A label schema has a version from its first moment; with one alone the page says so.',
    },
    ...heldAndFailed({ at: ofSchema('/compare'), as }, ['labelSchema.get']),
  },
  {
    route: '/o/[org]/label-schemas/[labelSchemaId]/migrate',
    full: { at: ofSchema('/migrate'), as, shows: 'What is to change' },
    empty: { at: ofSchema('/migrate'), as, shows: 'Nothing was migrated yet' },
    ...heldAndFailed({ at: ofSchema('/migrate'), as }, ['labelSchema.get']),
    also: {
      'history fails': {
        at: ofSchema('/migrate'),
        as,
        answers: 'failed',
        only: ['labelSchema.migrations'],
        provokes: /status of 500/,
      },
      'read only': { at: ofSchema('/migrate'), as: 'annotator', shows: 'You see what was migrated' },
    },
  },
];
