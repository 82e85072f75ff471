import type { Page } from '@playwright/test';
import { heldAndFailed, type RoutePlan } from '../route-plan.ts';

const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click();
const openDialog = (name: string | RegExp) => async (page: Page) => {
  await press(name)(page);
  await page.getByRole('dialog').waitFor();
};
const as = 'manager';
const FORM = { without: 'It is a form: there is no data that could be missing.' };
const NOWHERE = { at: () => '/o/demo/nowhere/at/all', as, provokes: /status of 404/ } as const;

/** Pages about an organisation as a whole. */
export const ORGANISATION_PLANS: readonly RoutePlan[] = [
  {
    route: '/o/[org]',
    full: { at: () => '/o/demo', as },
    empty: { at: (world) => `/o/${world.fresh}`, as: 'founder', shows: 'Make a project' },
    ...heldAndFailed({ at: () => '/o/demo', as }),
    also: {
      engineer: { at: () => '/o/demo', as: 'engineer' },
      annotator: { at: () => '/o/demo', as: 'annotator' },
      auditor: { at: () => '/o/demo', as: 'auditor' },
      'found by search': {
        at: () => '/o/demo',
        as,
        after: async (page) => {
          await page.keyboard.press('Control+k');
          await page.keyboard.type('strikes');
          await page
            .getByRole('option', { name: /strikes/i })
            .first()
            .waitFor();
        },
      },
      'keys explained': {
        at: () => '/o/demo',
        as,
        after: async (page) => {
          await page.keyboard.press('?');
          await page.getByRole('dialog').waitFor();
        },
      },
      'account menu': {
        at: () => '/o/demo',
        as,
        after: async (page) => {
          await page
            .getByRole('button', { name: /account/i })
            .first()
            .click();
          await page.getByRole('menu').waitFor();
        },
      },
      'notices opened': {
        at: () => '/o/demo',
        as,
        after: async (page) => {
          await page
            .getByRole('button', { name: /notification/i })
            .first()
            .click();
          await page.getByRole('dialog').waitFor();
        },
      },
    },
  },
  {
    route: '/o/[org]/[...rest]',
    full: NOWHERE,
    empty: { without: 'It is what is shown where there is nothing.' },
    loading: { without: 'The server draws the page whole; nothing is loaded afterwards.' },
    error: { without: 'The server draws the page whole; nothing is loaded afterwards.' },
  },
  {
    route: '/o/[org]/projects',
    full: { at: () => '/o/demo/projects', as },
    empty: { at: (world) => `/o/${world.fresh}/projects`, as: 'founder', shows: 'No project yet' },
    ...heldAndFailed({ at: () => '/o/demo/projects', as }),
    also: {
      'nothing found': { at: () => '/o/demo/projects?search=zebra', as, shows: 'No project matches' },
    },
  },
  {
    route: '/o/[org]/projects/new',
    full: { at: () => '/o/demo/projects/new', as },
    empty: FORM,
    loading: { without: 'It is a form: nothing is loaded before it can be filled in.' },
    error: { without: 'It is a form: nothing is loaded before it can be filled in.' },
  },
  {
    route: '/o/[org]/jobs',
    full: { at: () => '/o/demo/jobs', as },
    empty: { at: (world) => `/o/${world.fresh}/jobs`, as: 'founder', shows: 'No jobs yet' },
    ...heldAndFailed({ at: () => '/o/demo/jobs', as }),
    also: {
      'nothing found': {
        at: () => '/o/demo/jobs?status=CANCELLED&kind=source.erase',
        as,
        shows: 'No job matches',
      },
    },
  },
  {
    route: '/o/[org]/jobs/[jobId]',
    full: { at: (world) => `/o/demo/jobs/${world.job}`, as },
    empty: {
      at: (world) => `/o/demo/jobs/${world.visits.sourceId}`,
      as,
      shows: 'not',
      provokes: /status of (404|207)/,
    },
    ...heldAndFailed({ at: (world) => `/o/demo/jobs/${world.job}`, as }),
    also: { failed: { at: (world) => `/o/demo/jobs/${world.failedJob}`, as } },
  },
  {
    route: '/o/[org]/log',
    full: { at: () => '/o/demo/log', as: 'auditor' },
    empty: {
      at: () => '/o/demo/log?from=2001-01-01&to=2001-01-02',
      as: 'auditor',
      shows: 'No entry matches',
    },
    ...heldAndFailed({ at: () => '/o/demo/log', as: 'auditor' }),
    also: {
      'of one source': { at: (world) => `/o/demo/log?object=source:${world.strikes}`, as: 'auditor' },
      'export and verify': {
        at: () => '/o/demo/log',
        as: 'auditor',
        after: openDialog('Export and verify'),
      },
    },
  },
  {
    route: '/o/[org]/log/[eventId]',
    full: { at: (world) => `/o/demo/log/${world.event}`, as: 'auditor' },
    empty: {
      at: (world) => `/o/demo/log/${world.strikes}`,
      as: 'auditor',
      shows: 'not',
      provokes: /status of (404|207)/,
    },
    ...heldAndFailed({ at: (world) => `/o/demo/log/${world.event}`, as: 'auditor' }),
  },
  {
    route: '/o/[org]/members',
    full: { at: () => '/o/demo/members', as },
    empty: { at: () => '/o/demo/members?search=zebra', as, shows: 'Nobody matches' },
    ...heldAndFailed({ at: () => '/o/demo/members', as }),
    also: {
      'one person': { at: (world) => `/o/${world.fresh}/members`, as: 'founder' },
      reading: { at: () => '/o/demo/members', as: 'annotator' },
      inviting: {
        at: () => '/o/demo/members?invite=1',
        as,
        after: async (page) => page.getByRole('dialog').waitFor(),
      },
    },
  },
  {
    route: '/o/[org]/api-keys',
    full: { at: () => '/o/demo/api-keys', as },
    empty: { at: (world) => `/o/${world.fresh}/api-keys`, as: 'founder', shows: 'No API key yet' },
    ...heldAndFailed({ at: () => '/o/demo/api-keys', as }),
    also: {
      making: {
        at: () => '/o/demo/api-keys?new=1',
        as,
        after: async (page) => page.getByRole('dialog').waitFor(),
      },
    },
  },
  {
    route: '/o/[org]/settings',
    full: { at: () => '/o/demo/settings', as },
    empty: { at: (world) => `/o/${world.fresh}/settings`, as: 'founder', shows: 'Fresh organisation' },
    ...heldAndFailed({ at: () => '/o/demo/settings', as }),
    also: { reading: { at: () => '/o/demo/settings', as: 'annotator' } },
  },
  {
    route: '/o/[org]/trash',
    full: { at: () => '/o/demo/trash', as },
    empty: { at: (world) => `/o/${world.fresh}/trash`, as: 'founder', shows: 'The trash is empty' },
    ...heldAndFailed({ at: () => '/o/demo/trash', as }),
  },
  {
    route: '/o/[org]/notifications',
    full: { at: () => '/o/demo/notifications', as },
    empty: {
      at: (world) => `/o/${world.fresh}/notifications`,
      as: 'founder',
      shows: 'Nothing has happened yet',
    },
    ...heldAndFailed({ at: () => '/o/demo/notifications', as }),
  },
  {
    route: '/o/[org]/notifications/choices',
    full: { at: () => '/o/demo/notifications/choices', as, shows: 'A release is withdrawn' },
    empty: { without: 'There is always something to choose.' },
    ...heldAndFailed({ at: () => '/o/demo/notifications/choices', as }, ['notification.choices']),
    also: {
      'for a project': {
        at: (world) => `/o/demo/notifications/choices?project=${world.wagesProject}`,
        as,
        shows: 'A release is withdrawn',
      },
    },
  },
  {
    route: '/o/[org]/measurements/[measurementId]',
    full: { at: (world) => `/o/demo/measurements/${world.measurement}`, as },
    empty: {
      at: (world) => `/o/demo/measurements/${world.strikes}`,
      as,
      shows: 'not',
      provokes: /status of (404|207)/,
    },
    ...heldAndFailed({ at: (world) => `/o/demo/measurements/${world.measurement}`, as }),
  },
];
