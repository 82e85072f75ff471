import { heldAndFailed, type RoutePlan } from '../route-plan.ts';
import type { World } from '../world/build-world.ts';

const as = 'manager';
const of = (source: 'strikes' | 'wages' | 'airports', rest: string) => (world: World) =>
  `/o/demo/sources/${world[source]}${rest}`;
const inVisits = (rest: string) => (world: World) => `/o/demo/sources/${world.visits.sourceId}${rest}`;
const inPlain = (rest: string) => (world: World) =>
  `/o/${world.begun}/sources/${world.plain.sourceId}${rest}`;
const inUnread = (rest: string) => (world: World) =>
  `/o/${world.begun}/sources/${world.unread.sourceId}${rest}`;
const importOf = (which: 'toReview' | 'failed' | 'visits') => (world: World) =>
  `/o/demo/sources/${world[which].sourceId}/import/${world[which].versionId}`;
const NOT_YET = 'Nothing is imported yet';
const unread = (rest: string) => ({ at: inUnread(rest), as: 'founder', shows: NOT_YET }) as const;

/** Pages about one source of real data. */
export const SOURCE_PLANS: readonly RoutePlan[] = [
  {
    route: '/o/[org]/sources/[sourceId]',
    full: { at: of('strikes', ''), as },
    empty: { at: inUnread(''), as: 'founder', shows: 'Nothing has been imported yet' },
    ...heldAndFailed({ at: of('strikes', ''), as }),
    also: {
      'much missing': { at: of('airports', ''), as },
      reading: { at: of('strikes', ''), as: 'auditor' },
      'not there': { at: (world) => `/o/demo/sources/${world.project}`, as, provokes: /status of (404|207)/ },
    },
  },
  {
    route: '/o/[org]/sources/[sourceId]/columns',
    full: { at: of('strikes', '/columns'), as },
    empty: unread('/columns'),
    ...heldAndFailed({ at: of('strikes', '/columns'), as }, ['sourceVersion.columns']),
    also: { 'nothing found': { at: of('strikes', '/columns?search=zebra'), as, shows: 'zebra' } },
  },
  {
    route: '/o/[org]/sources/[sourceId]/findings',
    full: { at: of('airports', '/findings'), as },
    empty: { at: inPlain('/findings'), as: 'founder', shows: 'No personal data was found' },
    ...heldAndFailed({ at: of('airports', '/findings'), as }, ['sourceVersion.findings']),
    also: {
      'many kinds': { at: inVisits('/findings'), as },
      'not imported': unread('/findings'),
    },
  },
  {
    route: '/o/[org]/sources/[sourceId]/terms',
    full: { at: of('strikes', '/terms'), as },
    empty: { at: of('airports', '/terms'), as, shows: 'Licence' },
    ...heldAndFailed({ at: of('strikes', '/terms'), as }),
    also: { reading: { at: of('strikes', '/terms'), as: 'engineer' } },
  },
  {
    route: '/o/[org]/sources/[sourceId]/profile',
    full: { at: of('strikes', '/profile'), as },
    empty: unread('/profile'),
    ...heldAndFailed({ at: of('strikes', '/profile'), as }, ['sourceVersion.profile']),
    also: {
      'one column': {
        at: of('wages', '/profile?column=hourly_wage'),
        as,
        after: async (page) => page.getByRole('dialog').waitFor(),
      },
      'of two versions': { at: inVisits('/profile'), as },
    },
  },
  {
    route: '/o/[org]/sources/[sourceId]/bias',
    full: { at: of('wages', '/bias?groups=gender&target=occupation&favourable=management'), as },
    empty: { at: inPlain('/bias'), as: 'founder', shows: 'Choose the groups to compare' },
    ...heldAndFailed({ at: of('wages', '/bias?groups=gender&target=occupation&favourable=management'), as }, [
      'sourceVersion.bias',
    ]),
    also: {
      'small groups': { at: of('wages', '/bias?groups=race&target=occupation&favourable=management'), as },
      'not imported': unread('/bias'),
    },
  },
  {
    route: '/o/[org]/sources/[sourceId]/splits',
    full: { at: of('strikes', '/splits'), as },
    empty: { at: inPlain('/splits'), as: 'founder', shows: 'Not split yet' },
    ...heldAndFailed({ at: of('strikes', '/splits'), as }, ['sourceVersion.splits']),
    also: { 'not imported': unread('/splits') },
  },
  {
    route: '/o/[org]/sources/[sourceId]/rows',
    full: { at: of('strikes', '/rows'), as: 'engineer' },
    empty: {
      at: of('wages', '/rows?where=age+%3E+500'),
      as: 'engineer',
      shows: 'No row',
    },
    ...heldAndFailed({ at: of('strikes', '/rows'), as: 'engineer' }, [
      'sourceVersion.columns',
      'sourceVersion.rows',
    ]),
    also: {
      statistics: { at: of('wages', '/rows?stats=hourly_wage'), as: 'engineer' },
      masked: { at: inVisits('/rows'), as },
      'rows failed': {
        at: of('wages', '/rows'),
        as: 'engineer',
        answers: 'failed',
        only: ['sourceVersion.rows'],
        provokes: /status of 500/,
      },
      'not imported': unread('/rows'),
    },
  },
  {
    route: '/o/[org]/sources/[sourceId]/rows/[row]',
    full: { at: of('strikes', '/rows/1'), as: 'engineer' },
    empty: { at: of('strikes', '/rows/99999999'), as: 'engineer', shows: 'There is no row' },
    ...heldAndFailed({ at: of('strikes', '/rows/1'), as: 'engineer' }, [
      'sourceVersion.columns',
      'sourceVersion.rows',
    ]),
  },
  {
    route: '/o/[org]/sources/[sourceId]/versions',
    full: { at: inVisits('/versions?column=waiting+minutes'), as },
    empty: { at: of('strikes', '/versions'), as, shows: 'No drift to show' },
    ...heldAndFailed({ at: inVisits('/versions'), as }, ['sourceVersion.drift']),
  },
  {
    route: '/o/[org]/sources/[sourceId]/dependents',
    full: { at: of('strikes', '/dependents'), as },
    empty: { at: inPlain('/dependents'), as: 'founder', shows: 'Nothing was made' },
    ...heldAndFailed({ at: of('strikes', '/dependents'), as }, ['source.dependents']),
  },
  {
    route: '/o/[org]/sources/[sourceId]/refresh',
    full: { at: of('strikes', '/refresh'), as },
    empty: { without: 'It is a form: there is no data that could be missing.' },
    ...heldAndFailed({ at: of('strikes', '/refresh'), as }),
  },
  {
    route: '/o/[org]/sources/[sourceId]/import/[versionId]',
    full: { at: importOf('toReview'), as },
    empty: {
      at: (world) => `/o/demo/sources/${world.toReview.sourceId}/import/${world.project}`,
      as,
      shows: 'not',
      provokes: /status of (404|207)/,
    },
    ...heldAndFailed({ at: importOf('toReview'), as }),
    also: {
      failed: { at: importOf('failed'), as },
      imported: { at: importOf('visits'), as },
      reading: { at: importOf('toReview'), as: 'auditor' },
    },
  },
  {
    route: '/o/[org]/versions/[versionId]',
    full: { at: (world) => `/o/demo/versions/${world.visits.versionId}`, as },
    empty: {
      at: (world) => `/o/demo/versions/${world.project}`,
      as,
      shows: 'not',
      provokes: /status of (404|207)/,
    },
    ...heldAndFailed({ at: (world) => `/o/demo/versions/${world.visits.versionId}`, as }),
  },
];
