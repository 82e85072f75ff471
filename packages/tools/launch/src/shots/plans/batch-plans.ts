import { heldAndFailed, type RoutePlan } from '../route-plan.ts';
import type { World } from '../world/build-world.ts';

const as = 'manager';
const inProject = (rest: string) => (world: World) => `/o/demo/projects/${world.wagesProject}${rest}`;
const inBare = (rest: string) => (world: World) => `/o/${world.begun}/projects/${world.bareProject}${rest}`;
const ofBatch = (rest: string) => (world: World) => `/o/demo/batches/${world.batch}${rest}`;

/** Pages about work for people. */
export const BATCH_PLANS: readonly RoutePlan[] = [
  {
    route: '/o/[org]/projects/[projectId]/batches',
    full: { at: inProject('/batches'), as, shows: 'First look at wages that were made' },
    empty: { at: inBare('/batches'), as: 'founder', shows: 'No batch yet' },
    ...heldAndFailed({ at: inProject('/batches'), as }, ['batch.list']),
    also: {
      'no match': { at: inProject('/batches?search=zebra'), as, shows: 'No batch matches' },
      'as an annotator': { at: inProject('/batches?order=urgent'), as: 'annotator', shows: 'First look' },
    },
  },
  {
    route: '/o/[org]/projects/[projectId]/batches/new',
    full: {
      at: (world) => `/o/demo/projects/${world.wagesProject}/batches/new?run=${world.run}`,
      as,
      shows: 'How long it takes',
    },
    empty: { at: inBare('/batches/new'), as: 'founder', shows: 'No run of this project has been judged yet' },
    loading: { without: 'It is a form: what is chosen from is asked for while it is there.' },
    error: { without: 'It is a form: what is chosen from is asked for while it is there.' },
    also: {
      wrong: {
        at: inProject('/batches/new'),
        as,
        after: (page) => page.getByRole('button', { name: 'Make the batch' }).click(),
        shows: 'Which rows',
      },
      'not allowed': { at: inProject('/batches/new'), as: 'annotator', shows: 'cannot make batches' },
      'with prelabels': {
        at: (world) => `/o/demo/projects/${world.wagesProject}/batches/new?run=${world.run}`,
        as,
        shows: 'Proposed answers',
      },
    },
  },
  {
    route: '/o/[org]/projects/[projectId]/blind-tests/new',
    full: {
      at: (world) => `/o/demo/projects/${world.wagesProject}/blind-tests/new?run=${world.run}`,
      as,
      shows: 'columns are shown',
    },
    empty: {
      at: inBare('/blind-tests/new'),
      as: 'founder',
      shows: 'No run of this project has been judged yet',
    },
    loading: { without: 'It is a form: what is chosen from is asked for while it is there.' },
    error: { without: 'It is a form: what is chosen from is asked for while it is there.' },
    also: {
      wrong: {
        at: inProject('/blind-tests/new'),
        as,
        after: (page) => page.getByRole('button', { name: 'Make the blind test' }).click(),
        shows: 'Which rows',
      },
      'not allowed': { at: inProject('/blind-tests/new'), as: 'annotator', shows: 'cannot make blind tests' },
    },
  },
  {
    route: '/o/[org]/batches/[batchId]',
    full: { at: ofBatch(''), as, shows: 'What is left' },
    empty: { without: 'A batch has tasks, or says why it has none.' },
    ...heldAndFailed({ at: ofBatch(''), as }, ['batch.get']),
    also: {
      'skipped ones': { at: ofBatch('?status=SKIPPED'), as, shows: 'Two occupations would fit.' },
      paused: {
        at: (world) => `/o/demo/batches/${world.pausedBatch}`,
        as,
        shows: 'Paused: nobody is served',
      },
      'a blind test': {
        at: (world) => `/o/demo/batches/${world.blindTest}`,
        as,
        shows: 'Cells that were marked',
      },
      'still blind': { at: (world) => `/o/demo/batches/${world.openBlindTest}`, as, shows: 'Still blind' },
      verified: { at: (world) => `/o/demo/batches/${world.verifyBatch}`, as, shows: 'How likely labels are' },
      imported: {
        at: (world) => `/o/demo/batches/${world.importedBatch}`,
        as,
        shows: 'imported: First reader',
      },
      failed: { at: (world) => `/o/demo/batches/${world.failedBatch}`, as, shows: 'It could not be made' },
      'as an annotator': { at: ofBatch(''), as: 'annotator', shows: '40 rows, one answer each' },
      'a linked comment': {
        at: (world) => `${ofBatch('')(world)}#comment-${world.comment}`,
        as,
        shows: 'The comment that the link leads to',
      },
      'calling somebody': {
        at: ofBatch(''),
        as,
        shows: 'Apprentices stay in.',
        after: async (page) => {
          await page.getByRole('textbox', { name: 'New comment' }).pressSequentially('Please look, @');
          await page.getByRole('listbox', { name: 'People who can be called' }).waitFor();
        },
      },
    },
  },
  {
    route: '/o/[org]/projects/[projectId]/labelling',
    full: { at: inProject('/labelling'), as, shows: 'By person' },
    empty: { at: inBare('/labelling'), as: 'founder', shows: 'Nothing was answered in this time' },
    ...heldAndFailed({ at: inProject('/labelling'), as }, ['dashboard.labelling', 'dashboard.outlook']),
    also: {
      'as an annotator': { at: inProject('/labelling'), as: 'annotator', shows: 'Your labelling' },
      'not allowed': { at: inProject('/labelling'), as: 'engineer', shows: 'cannot see how labelling goes' },
    },
  },
  {
    route: '/o/[org]/projects/[projectId]/labelling/controls',
    full: { at: inProject('/labelling/controls'), as, shows: 'Wages with control tasks among them' },
    empty: { at: inBare('/labelling/controls'), as: 'founder', shows: 'Nothing matches' },
    ...heldAndFailed({ at: inProject('/labelling/controls'), as }, ['dashboard.controlAnswers']),
    also: {
      missed: {
        at: inProject('/labelling/controls?kind=seeded&outcome=missed'),
        as,
        shows: 'Wages with control tasks',
      },
      'not allowed': {
        at: inProject('/labelling/controls'),
        as: 'annotator',
        shows: 'cannot see control tasks',
      },
    },
  },
  {
    route: '/o/[org]/projects/[projectId]/labelling/costs',
    full: { at: inProject('/labelling/costs'), as, shows: 'Where time goes' },
    empty: { at: inBare('/labelling/costs'), as: 'founder', shows: 'No rates are set' },
    ...heldAndFailed({ at: inProject('/labelling/costs'), as }, ['cost.rates', 'cost.read']),
    also: {
      'changing rates': {
        at: inProject('/labelling/costs'),
        as,
        shows: 'Where time goes',
        after: async (page) => {
          await page.getByRole('button', { name: 'Change rates' }).click();
          await page.getByRole('dialog').getByText('For which work').waitFor();
        },
      },
      'one batch': {
        at: (world) => `${inProject('/labelling/costs')(world)}?batch=${world.frozenBatch}`,
        as,
        shows: 'Where time goes',
      },
      'not allowed': {
        at: inProject('/labelling/costs'),
        as: 'annotator',
        shows: 'cannot see what labels cost',
      },
    },
  },
  {
    route: '/o/[org]/projects/[projectId]/labelling/items',
    full: { at: inProject('/labelling/items'), as, shows: 'Rows for the first version' },
    empty: { at: inBare('/labelling/items'), as: 'founder', shows: 'Nothing matches' },
    ...heldAndFailed({ at: inProject('/labelling/items'), as }, ['dashboard.items']),
    also: {
      filtered: {
        at: inProject('/labelling/items?status=SKIPPED&reason=unclear'),
        as,
        shows: 'Two occupations would fit.',
      },
    },
  },
];
