import { heldAndFailed, type RoutePlan } from '../route-plan.ts';
import type { World } from '../world/build-world.ts';

const as = 'manager';
const inProject = (rest: string) => (world: World) =>
  `/o/demo/projects/${world.wagesProject}/releases${rest}`;
const inBare = (world: World) => `/o/${world.begun}/projects/${world.bareProject}/releases`;
const asking = (world: World) => inProject(`/new?version=${world.firstVersion}`)(world);
const of = (name: 'release' | 'blockedRelease' | 'withdrawnRelease') => (world: World) =>
  `/o/demo/releases/${world[name]}`;

/** Pages about what leaves the house. */
export const RELEASE_PLANS: readonly RoutePlan[] = [
  {
    route: '/o/[org]/projects/[projectId]/releases',
    full: { at: inProject(''), as, shows: 'Wages for a first model' },
    empty: { at: inBare, as: 'founder', shows: 'Nothing is released yet' },
    ...heldAndFailed({ at: inProject(''), as }, ['release.list']),
    also: {
      'as an annotator': { at: inProject(''), as: 'annotator', shows: 'Releases are not shown to you here' },
      'as an auditor': { at: inProject(''), as: 'auditor', shows: 'Wages for a first model' },
    },
  },
  {
    route: '/o/[org]/projects/[projectId]/releases/new',
    full: { at: asking, as, shows: 'Validate and ask for a decision' },
    empty: { at: inProject('/new'), as, shows: 'Which version?' },
    ...heldAndFailed({ at: asking, as }, ['release.preview']),
  },
  {
    route: '/o/[org]/releases/[releaseId]',
    full: { at: of('release'), as, shows: 'A partner of the demo' },
    empty: { without: 'A release has a status and a version from the start.' },
    ...heldAndFailed({ at: of('release'), as }, ['release.get']),
    also: {
      blocked: { at: of('blockedRelease'), as, shows: 'A second manager decides about it.' },
      withdrawn: { at: of('withdrawnRelease'), as, shows: 'Asked for too early' },
      'as an auditor': { at: of('blockedRelease'), as: 'auditor', shows: 'Few rows' },
      'proposing a waiver': {
        at: of('blockedRelease'),
        as,
        shows: 'A second manager decides about it.',
        after: async (page) => {
          await page.getByRole('button', { name: 'Propose a waiver' }).first().click();
          await page.getByRole('alertdialog').getByLabel('Last day').waitFor();
        },
      },
      'a link for a guest': {
        at: of('release'),
        as,
        shows: 'A partner of the demo',
        after: async (page) => {
          await page.getByRole('button', { name: 'New link' }).click();
          await page.getByRole('dialog').getByText('For whom').waitFor();
        },
      },
    },
  },
  {
    route: '/guest',
    full: { at: (world) => world.guestPath, as: 'nobody', shows: 'This release is in force' },
    empty: { at: () => '/guest', as: 'nobody', shows: 'This address is not complete' },
    ...heldAndFailed({ at: (world) => world.guestPath, as: 'nobody' }, ['guest.view']),
    also: {
      'wrong link': {
        at: () => '/guest#nobody-has-this-secret',
        as: 'nobody',
        shows: 'There is no such guest link',
        provokes: /status of 404/,
      },
    },
  },
];
