import type { Page } from '@playwright/test';
import type { RoutePlan } from '../route-plan.ts';
import type { World } from '../world/build-world.ts';

const as = 'manager';
const atWork = (world: World) => `/o/demo/projects/${world.wagesProject}/work?batch=${world.batch}`;
const press = (key: string) => ({
  after: async (page: Page) => page.keyboard.press(key),
});

/** Where rows are labelled. */
export const WORK_PLANS: readonly RoutePlan[] = [
  {
    route: '/o/[org]/projects/[projectId]/work',
    full: { at: atWork, as, shows: 'To which group does the work belong?' },
    empty: {
      at: (world) => `/o/${world.begun}/projects/${world.bareProject}/work`,
      as: 'founder',
      shows: 'No batch of rows has been made',
    },
    loading: { at: atWork, as, answers: 'held', only: ['task.claim'] },
    error: { at: atWork, as, answers: 'failed', only: ['task.claim'], provokes: /status of 500/ },
    also: {
      incomplete: { at: atWork, as, ...press('Enter'), shows: 'Not complete yet' },
      skip: { at: atWork, as, ...press('s'), shows: 'Skip this row' },
      keys: { at: atWork, as, ...press('?'), shows: 'Submit and go on' },
    },
  },
];
