import { heldAndFailed, type RoutePlan } from '../route-plan.ts';
import type { World } from '../world/build-world.ts';

const as = 'manager';
const ROUTE = '/o/[org]/projects/[projectId]/versions';
const inProject = (rest: string) => (world: World) =>
  `/o/demo/projects/${world.wagesProject}/versions${rest}`;
const inBare = (rest: string) => (world: World) => `/o/${world.begun}/projects/${world.bareProject}${rest}`;
const ofVersion = (rest: string) => (world: World) => inProject(`/${world.version}${rest}`)(world);

/** Pages about frozen samples and labels. */
export const VERSION_PLANS: readonly RoutePlan[] = [
  {
    route: ROUTE,
    full: { at: inProject(''), as, shows: 'The first twenty rows' },
    empty: { at: inBare('/versions'), as: 'founder', shows: 'No version yet' },
    ...heldAndFailed({ at: inProject(''), as }, ['version.list']),
    also: {
      'as an annotator': { at: inProject(''), as: 'annotator', shows: 'Versions are not for your role' },
      'as an auditor': { at: inProject(''), as: 'auditor', shows: 'The first twenty rows' },
      'moving a branch': {
        at: inProject(''),
        as,
        shows: 'The first twenty rows',
        after: async (page) => {
          await page.getByRole('button', { name: 'Move main', exact: true }).click();
          await page.getByRole('alertdialog').waitFor();
        },
      },
    },
  },
  {
    route: `${ROUTE}/new`,
    full: { at: inProject('/new'), as, shows: 'Left out: nobody labelled them' },
    empty: { at: inBare('/versions/new'), as: 'founder', shows: 'No run has passed its gates yet' },
    ...heldAndFailed({ at: inProject('/new'), as }, ['run.list']),
  },
  {
    route: `${ROUTE}/[datasetVersionId]`,
    full: { at: ofVersion(''), as, shows: 'Are all files whole?' },
    empty: { without: 'A version has content, or says why it has none.' },
    ...heldAndFailed({ at: ofVersion(''), as }, ['version.get']),
    also: {
      checked: {
        at: ofVersion(''),
        as,
        after: async (page) => {
          await page.getByRole('button', { name: 'Check the files' }).click();
          await page.getByText(/files are whole/).waitFor();
        },
        shows: 'Are all files whole?',
      },
      'as an auditor': { at: ofVersion(''), as: 'auditor', shows: 'Are all files whole?' },
    },
  },
  {
    route: `${ROUTE}/[datasetVersionId]/samples`,
    full: { at: ofVersion('/samples'), as, shows: 'Final label' },
    empty: { without: 'A version without samples is never made.' },
    ...heldAndFailed({ at: ofVersion('/samples'), as }, ['version.samples']),
  },
  {
    route: `${ROUTE}/[datasetVersionId]/exports`,
    full: { at: ofVersion('/exports'), as, shows: 'Dataset card' },
    empty: {
      at: (world) => inProject(`/${world.firstVersion}/exports`)(world),
      as,
      shows: 'No export yet',
    },
    ...heldAndFailed({ at: ofVersion('/exports'), as }, ['export.list']),
  },
  {
    route: `${ROUTE}/[datasetVersionId]/compare`,
    full: { at: ofVersion('/compare'), as, shows: 'From what to what' },
    empty: {
      without: 'What a comparison needs is said where there is one version alone; the test looks at it.',
    },
    ...heldAndFailed({ at: ofVersion('/compare'), as }, ['version.compare']),
  },
  {
    route: '/o/[org]/files',
    full: {
      at: (world) => `/o/demo/files?sha256=${world.exportedHash}`,
      as,
      shows: 'Found 2 times',
    },
    empty: { at: () => '/o/demo/files', as, shows: 'What is this file?' },
    ...heldAndFailed({ at: (world) => `/o/demo/files?sha256=${world.exportedHash}`, as }, [
      'version.identify',
    ]),
    also: {
      unknown: {
        at: () => `/o/demo/files?sha256=${'0'.repeat(64)}`,
        as,
        shows: 'No version that you may read has this file',
      },
    },
  },
];
