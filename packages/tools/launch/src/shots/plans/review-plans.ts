import { heldAndFailed, type RoutePlan } from '../route-plan.ts';
import type { World } from '../world/build-world.ts';

const as = 'manager';
const inProject = (rest: string) => (world: World) => `/o/demo/projects/${world.wagesProject}${rest}`;
const inBare = (rest: string) => (world: World) => `/o/${world.begun}/projects/${world.bareProject}${rest}`;
const ofItem = (world: World) => `/o/demo/projects/${world.wagesProject}/review/${world.openReview}`;
/** A picture on which two people drew, compared in some way. */
const onDrawing = (how: string | ((world: World) => string)) =>
  ({
    at: (world: World) =>
      `/o/demo/projects/${world.scenesProject}/review/${world.drawnReview}${typeof how === 'string' ? how : how(world)}`,
    as,
    shows: 'The picture',
  }) as const;
const ofReturn = (world: World) => `/o/demo/projects/${world.wagesProject}/review/returned/${world.returned}`;

/** Pages about what experts make of answers. */
export const REVIEW_PLANS: readonly RoutePlan[] = [
  {
    route: '/o/[org]/projects/[projectId]/review',
    full: { at: inProject('/review'), as, shows: 'Answers to “Occupation group” differ' },
    empty: { at: inBare('/review'), as: 'founder', shows: 'Nothing waits for review' },
    ...heldAndFailed({ at: inProject('/review'), as }, ['review.list']),
    also: {
      'no match': {
        at: inProject('/review?label=01a1fe00-0000-7000-8000-000000000999'),
        as,
        shows: 'Nothing matches these filters',
      },
      rules: {
        at: inProject('/review'),
        as,
        after: (page) => page.getByRole('button', { name: 'Rules' }).click(),
      },
      'not allowed': { at: inProject('/review'), as: 'annotator', shows: 'cannot see what is reviewed' },
    },
  },
  {
    route: '/o/[org]/projects/[projectId]/review/[itemId]',
    full: { at: ofItem, as, shows: 'The answers side by side' },
    empty: { without: 'A sample before an expert has answers, or was passed over.' },
    ...heldAndFailed({ at: ofItem, as }, ['review.get']),
    also: {
      correct: {
        at: ofItem,
        as,
        after: (page) => page.getByRole('radio', { name: 'Correct', exact: true }).click(),
      },
      pattern: {
        at: ofItem,
        as,
        after: (page) => page.getByRole('button', { name: 'Reject the pattern' }).click(),
      },
      'drawn over one another': onDrawing(''),
      'drawn and swiped': {
        ...onDrawing('?compare=swipe'),
        after: async (page) => {
          const divider = page.getByRole('separator', { name: /^Divider between/ });
          await divider.focus();
          for (let step = 0; step < 3; step += 1) await page.keyboard.press('Shift+ArrowLeft');
        },
      },
      'drawn side by side': {
        ...onDrawing('?compare=side&left=proposal&right=A'),
        after: async (page) => {
          const picture = page.getByRole('img', { name: 'The picture with the regions of Answer A' });
          await picture.focus();
          await page.keyboard.press('+');
        },
      },
      'drawn and talked about': {
        ...onDrawing((world) => `?region=${world.talkedRegion}`),
        after: async (page) => {
          await page.getByText(/^Regions \(/).click();
          await page.getByText('The trunk is left out.').waitFor();
        },
      },
      'as an example': {
        at: (world) => `/o/demo/projects/${world.wagesProject}/review/${world.guidedItem}`,
        as,
        shows: 'Make it an example',
        after: async (page) => {
          await page.getByRole('button', { name: 'Make it an example' }).click();
          await page.getByText(/It becomes part of/).waitFor();
        },
      },
    },
  },
  {
    route: '/o/[org]/projects/[projectId]/review/decisions',
    full: { at: inProject('/review/decisions'), as, shows: 'It is the final label' },
    empty: { at: inBare('/review/decisions'), as: 'founder', shows: 'Nothing is decided yet' },
    ...heldAndFailed({ at: inProject('/review/decisions'), as }, ['review.decisions']),
  },
  {
    route: '/o/[org]/projects/[projectId]/review/patterns',
    full: { at: inProject('/review/patterns'), as, shows: 'Very young' },
    empty: { at: inBare('/review/patterns'), as: 'founder', shows: 'No pattern was rejected' },
    ...heldAndFailed({ at: inProject('/review/patterns'), as }, ['pattern.list']),
  },
  {
    route: '/o/[org]/projects/[projectId]/review/returned',
    full: { at: inProject('/review/returned'), as: 'annotator', shows: 'Guideline misread' },
    empty: { at: inBare('/review/returned'), as: 'founder', shows: 'Nothing has come back' },
    ...heldAndFailed({ at: inProject('/review/returned'), as: 'annotator' }, ['review.returns']),
  },
  {
    route: '/o/[org]/projects/[projectId]/review/returned/[returnId]',
    full: { at: ofReturn, as: 'annotator', shows: 'The expert would say' },
    empty: { without: 'What came back has an answer and a reason.' },
    ...heldAndFailed({ at: ofReturn, as: 'annotator' }, ['review.return']),
    also: {
      'a drawing': {
        at: (world) => `/o/demo/projects/${world.scenesProject}/review/returned/${world.returnedDrawing}`,
        as: 'annotator',
        shows: 'Stand by my answer',
        after: async (page) => {
          await page.locator('[data-painted=true]').waitFor();
          await page
            .getByRole('region', { name: /comments? about/ })
            .getByRole('button')
            .first()
            .click();
          await page.getByRole('region', { name: 'Selected region' }).waitFor();
        },
      },
    },
  },
  {
    route: '/o/[org]/projects/[projectId]/scenarios',
    full: { at: inProject('/scenarios'), as, shows: 'Too few' },
    empty: { at: inBare('/scenarios'), as: 'founder', shows: 'Nothing is written down yet' },
    ...heldAndFailed({ at: inProject('/scenarios'), as }, ['scenario.list']),
    also: {
      'no match': {
        at: inProject('/scenarios?search=zebra'),
        as,
        shows: 'No scenario matches these filters',
      },
      annotator: { at: inProject('/scenarios'), as: 'annotator', shows: 'Hours add up over both.' },
      form: {
        at: inProject('/scenarios'),
        as,
        shows: 'Very young',
        after: (page) => page.getByRole('button', { name: 'Add a scenario' }).click(),
      },
      paste: {
        at: inProject('/scenarios'),
        as,
        shows: 'Very young',
        after: async (page) => {
          await page.getByRole('button', { name: 'Paste lines' }).click();
          await page
            .getByRole('textbox', { name: 'Lines' })
            .fill('Two jobs | must\nVery young\nNight shift | attribute');
        },
      },
      history: {
        at: inProject('/scenarios'),
        as,
        shows: 'Very young',
        after: (page) => page.getByRole('button', { name: 'History' }).click(),
      },
      older: { at: inProject('/scenarios?version=1'), as, shows: 'This is version 1 of the list' },
    },
  },
  {
    route: '/o/[org]/projects/[projectId]/agreement',
    full: {
      at: (world) => `/o/demo/projects/${world.wagesProject}/agreement?batch=${world.reviewBatch}`,
      as,
      shows: 'Krippendorff',
    },
    empty: { at: inBare('/agreement'), as: 'founder', shows: 'No batch to compare yet' },
    ...heldAndFailed({ at: inProject('/agreement'), as }, ['agreement.get']),
  },
];
