import { heldAndFailed, type RoutePlan } from '../route-plan.ts';
import type { World } from '../world/build-world.ts';

const as = 'manager';
const inProject = (rest: string) => (world: World) => `/o/demo/projects/${world.project}${rest}`;
const inBare = (rest: string) => (world: World) => `/o/${world.begun}/projects/${world.bareProject}${rest}`;

/** Pages about one project. */
export const PROJECT_PLANS: readonly RoutePlan[] = [
  {
    route: '/o/[org]/projects/[projectId]',
    full: { at: inProject(''), as },
    empty: { at: inBare(''), as: 'founder', shows: 'No reference data yet' },
    ...heldAndFailed({ at: inProject(''), as }, ['source.list', 'job.list', 'project.members']),
    also: {
      annotator: { at: inProject(''), as: 'annotator' },
      'not there': {
        at: (world) => `/o/demo/projects/${world.strikes}`,
        as,
        provokes: /status of (404|207)/,
      },
      'frame loading': { at: inProject(''), as, answers: 'held' },
      'frame failed': { at: inProject(''), as, answers: 'failed', provokes: /status of 500/ },
    },
  },
  {
    route: '/o/[org]/projects/[projectId]/sources',
    full: { at: inProject('/sources'), as },
    empty: { at: inBare('/sources'), as: 'founder', shows: 'No source yet' },
    ...heldAndFailed({ at: inProject('/sources'), as }, ['source.list']),
    also: { annotator: { at: inProject('/sources'), as: 'annotator', shows: 'not shown to annotators' } },
  },
  {
    route: '/o/[org]/projects/[projectId]/sources/new',
    full: { at: inProject('/sources/new'), as },
    empty: { without: 'It is a form: there is no data that could be missing.' },
    loading: { without: 'It is a form: what it loads adds to it and does not hold it up.' },
    error: { without: 'It is a form: what it loads adds to it and does not hold it up.' },
    also: { 'not allowed': { at: inProject('/sources/new'), as: 'annotator', shows: 'cannot add sources' } },
  },
  {
    route: '/o/[org]/projects/[projectId]/members',
    full: { at: inProject('/members'), as },
    empty: { at: inBare('/members'), as: 'founder', shows: 'New Founder' },
    ...heldAndFailed({ at: inProject('/members'), as }, ['project.members']),
  },
  {
    route: '/o/[org]/projects/[projectId]/settings',
    full: { at: inProject('/settings'), as },
    empty: { without: 'It is a form about a project that is there.' },
    ...heldAndFailed({ at: inProject('/settings'), as }),
    also: { reading: { at: inProject('/settings'), as: 'annotator' } },
  },
  {
    route: '/o/[org]/projects/[projectId]/settings/webhooks',
    full: {
      at: (world) => `/o/demo/projects/${world.wagesProject}/settings/webhooks?webhook=${world.webhook}`,
      as,
      shows: 'What was sent',
    },
    empty: { at: inBare('/settings/webhooks'), as: 'founder', shows: 'No webhook yet' },
    ...heldAndFailed({ at: inProject('/settings/webhooks'), as }, ['webhook.list']),
    also: {
      making: {
        at: inProject('/settings/webhooks?new=1'),
        as,
        after: async (page) => page.getByRole('dialog').waitFor(),
      },
      'not allowed': { at: inProject('/settings/webhooks'), as: 'annotator', shows: 'cannot see webhooks' },
    },
  },
];
