import { heldAndFailed, type RoutePlan } from '../route-plan.ts';
import type { World } from '../world/build-world.ts';

const as = 'manager';
const inProject = (rest: string) => (world: World) => `/o/demo/projects/${world.project}${rest}`;
const inBare = (rest: string) => (world: World) => `/o/${world.begun}/projects/${world.bareProject}${rest}`;
const of = (rest: string) => (world: World) => `/o/demo/guidelines/${world.guideline}${rest}`;
const underOutdated = (world: World) => `/o/demo/guidelines/${world.outdatedGuideline}/answers`;

const FORM = 'It is a form: what it loads adds to it and does not hold it up.';
const WRITTEN = 'A guideline has a version from its first moment.';

/** Pages about guidelines. */
export const GUIDELINE_PLANS: readonly RoutePlan[] = [
  {
    route: '/o/[org]/projects/[projectId]/guidelines',
    full: { at: inProject('/guidelines'), as, shows: 'Labelling strikes for pictures' },
    empty: { at: inBare('/guidelines'), as: 'founder', shows: 'No guideline yet' },
    ...heldAndFailed({ at: inProject('/guidelines'), as }, ['guideline.list']),
    also: {
      trash: { at: inProject('/guidelines?show=trash'), as },
      'no match': { at: inProject('/guidelines?search=zebra'), as, shows: 'No guideline matches' },
    },
  },
  {
    route: '/o/[org]/projects/[projectId]/guidelines/new',
    full: { at: inProject('/guidelines/new'), as },
    empty: { at: inBare('/guidelines/new'), as: 'founder', shows: 'No example yet' },
    loading: { without: FORM },
    error: { without: FORM },
    also: {
      'not allowed': { at: inProject('/guidelines/new'), as: 'annotator', shows: 'cannot write guidelines' },
    },
  },
  {
    route: '/o/[org]/guidelines/[guidelineId]',
    full: { at: of(''), as, shows: 'Which species to write' },
    empty: { without: WRITTEN },
    ...heldAndFailed({ at: of(''), as }, ['guideline.get']),
    also: {
      'changed since it was read': { at: of(''), as: 'annotator', shows: 'See what changed' },
      'all sections': { at: of('?sections=all'), as: 'annotator', shows: 'All sections are shown' },
    },
  },
  {
    route: '/o/[org]/guidelines/[guidelineId]/edit',
    full: { at: of('/edit'), as, shows: 'What people are told' },
    empty: { without: WRITTEN },
    ...heldAndFailed({ at: of('/edit'), as }, ['guideline.get']),
    also: { 'not allowed': { at: of('/edit'), as: 'annotator', shows: 'cannot write guidelines' } },
  },
  {
    route: '/o/[org]/guidelines/[guidelineId]/versions',
    full: { at: of('/versions'), as, shows: 'Feathers' },
    empty: { without: WRITTEN },
    ...heldAndFailed({ at: of('/versions'), as }, ['guideline.get']),
  },
  {
    route: '/o/[org]/guidelines/[guidelineId]/compare',
    full: { at: of('/compare'), as, shows: 'feathers will do' },
    empty: {
      at: (world) => `/o/demo/guidelines/${world.shortGuideline}/compare`,
      as,
      shows: 'There is one version only',
    },
    ...heldAndFailed({ at: of('/compare'), as }, ['guideline.compare']),
  },
  {
    route: '/o/[org]/guidelines/[guidelineId]/questions',
    full: { at: of('/questions'), as, shows: 'In the guideline' },
    empty: {
      at: (world) => `/o/demo/guidelines/${world.shortGuideline}/questions`,
      as,
      shows: 'Nothing was asked yet',
    },
    ...heldAndFailed({ at: of('/questions'), as }, ['guideline.questions']),
  },
  {
    route: '/o/[org]/guidelines/[guidelineId]/readers',
    full: { at: of('/readers'), as, shows: 'Must read what changed' },
    empty: { without: 'Whoever writes a guideline is asked to read it.' },
    ...heldAndFailed({ at: of('/readers'), as }, ['guideline.acknowledgements']),
    also: { 'not allowed': { at: of('/readers'), as: 'annotator', shows: 'cannot see who has read' } },
  },
  {
    route: '/o/[org]/guidelines/[guidelineId]/answers',
    full: { at: underOutdated, as, shows: 'Wages under a guideline that changed' },
    empty: { at: of('/answers'), as, shows: 'No answer under this guideline' },
    ...heldAndFailed({ at: underOutdated, as }, ['guideline.answers']),
    also: {
      'asking again': {
        at: underOutdated,
        as,
        shows: 'Wages under a guideline that changed',
        after: async (page) => {
          await page.getByRole('button', { name: /^Ask again/ }).click();
          await page.getByText(/asked for again\./).waitFor();
        },
      },
      'not allowed': { at: underOutdated, as: 'expert', shows: 'Your role does not lead batches' },
    },
  },
];
