import type { Page } from '@playwright/test';
import { heldAndFailed, type RoutePlan } from '../route-plan.ts';
import type { World } from '../world/build-world.ts';
import { DRAWING_STATES } from './drawing-states.ts';

const as = 'manager';
const atWork = (world: World) => `/o/demo/projects/${world.wagesProject}/work?batch=${world.batch}`;
const atPractice = (world: World) =>
  `/o/demo/projects/${world.wagesProject}/practice?batch=${world.practiceBatch}`;
const QUESTION = 'To which group does the work belong?';
/** A key once the first row is there, and what it brings. */
const press = (key: string, brings: string) => ({
  shows: QUESTION,
  after: async (page: Page) => {
    await page.keyboard.press(key);
    await page.getByText(brings).first().waitFor();
  },
});

const inGrid = (world: World) => `${atWork(world)}&view=grid`;

/** Where rows are labelled. */
export const WORK_PLANS: readonly RoutePlan[] = [
  {
    route: '/o/[org]/projects/[projectId]/practice',
    full: { at: atPractice, as: 'annotator', shows: QUESTION },
    empty: {
      at: (world) => `/o/demo/projects/${world.wagesProject}/practice?batch=${world.verifyBatch}`,
      as: 'annotator',
      shows: 'There is nothing to practise on yet',
    },
    ...heldAndFailed({ at: atPractice, as: 'annotator' }, ['task.practiceRows']),
    also: {
      compared: {
        at: atPractice,
        as: 'annotator',
        shows: QUESTION,
        after: async (page) => {
          for (const key of ['2', 'ArrowRight', '3', 'Enter']) await page.keyboard.press(key);
          await page
            .getByText(/The expert decided otherwise|As the expert decided/)
            .first()
            .waitFor();
        },
      },
      'without a batch': {
        at: (world) => `/o/demo/projects/${world.wagesProject}/practice`,
        as: 'annotator',
        shows: 'Choose a batch to practise for',
      },
      'not allowed': { at: atPractice, as: 'engineer', shows: 'Your role does not label here' },
    },
  },
  {
    route: '/o/[org]/projects/[projectId]/work',
    full: { at: atWork, as, shows: QUESTION },
    empty: {
      at: (world) => `/o/${world.begun}/projects/${world.bareProject}/work`,
      as: 'founder',
      shows: 'No batch of rows has been made',
    },
    loading: { at: atWork, as, answers: 'held', only: ['task.claim'] },
    error: { at: atWork, as, answers: 'failed', only: ['task.claim'], provokes: /status of 500/ },
    also: {
      incomplete: { at: atWork, as, ...press('Enter', 'Not complete yet') },
      skip: { at: atWork, as, ...press('s', 'Skip this row') },
      verifying: {
        at: (world) => `/o/demo/projects/${world.wagesProject}/work?batch=${world.verifyBatch}`,
        as,
        shows: 'A model finds',
      },
      prelabelled: {
        at: (world) => `/o/demo/projects/${world.wagesProject}/work?batch=${world.prelabelBatch}`,
        as,
        shows: 'Forest of 200 trees proposes',
      },
      blind: {
        at: (world) => `/o/demo/projects/${world.wagesProject}/work?batch=${world.openBlindTest}`,
        as,
        shows: 'Is this a real row',
      },
      'on a picture': {
        at: (world) => `/o/demo/projects/${world.scenesProject}/work`,
        as: 'annotator',
        shows: 'Correct what was proposed',
        after: async (page: Page) => {
          await page.locator('[data-painted=true]').waitFor();
          await page.getByRole('button', { name: /^Region 1: / }).click();
          await page.getByRole('region', { name: 'Selected region' }).waitFor();
        },
      },
      ...DRAWING_STATES,
      keys: { at: atWork, as, ...press('?', 'Submit and go on') },
      'own keys': {
        at: atWork,
        as,
        shows: QUESTION,
        after: async (page: Page) => {
          await page.keyboard.press('?');
          await page.getByRole('button', { name: 'Change keys' }).click();
          await page.getByRole('button', { name: /^Skip: / }).click();
          await page.keyboard.press('z');
          await page.getByText('is the key of').first().waitFor();
        },
      },
      grid: {
        at: inGrid,
        as,
        shows: 'One row at a time',
        after: async (page: Page) => {
          // A phone has no room for it, and says so.
          if ((await page.getByText('A grid needs a wider window').count()) > 0) return;
          await page.getByRole('grid').waitFor();
          await page.keyboard.press('Shift+ArrowDown');
          await page.keyboard.press('Shift+ArrowDown');
        },
      },
    },
  },
];
