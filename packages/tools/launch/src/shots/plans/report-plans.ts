import { heldAndFailed, type RoutePlan } from '../route-plan.ts';
import type { World } from '../world/build-world.ts';

const as = 'manager';
const inProject = (rest: string) => (world: World) => `/o/demo/projects/${world.reports.project}${rest}`;
const inBare = (rest: string) => (world: World) => `/o/${world.begun}/projects/${world.bareProject}${rest}`;
const report = (world: World) => `/o/demo/reports/${world.reports.red}`;
const compare = (world: World) => `${report(world)}/compare?with=${world.reports.other}`;

/** Pages about reports, and what they are judged by. */
export const REPORT_PLANS: readonly RoutePlan[] = [
  {
    route: '/o/[org]/projects/[projectId]/reports',
    full: { at: inProject('/reports'), as },
    empty: { at: inBare('/reports'), as: 'founder', shows: 'No reports yet' },
    ...heldAndFailed({ at: inProject('/reports'), as }, ['report.list']),
    also: {
      start: {
        at: inProject('/reports'),
        as,
        after: (page) => page.getByRole('button', { name: 'Report between two tables' }).click(),
      },
    },
  },
  {
    route: '/o/[org]/reports/[reportId]',
    full: { at: report, as, shows: 'What to do next' },
    empty: {
      without: 'A report that is not finished shows its progress, which passes too quickly to be held.',
    },
    ...heldAndFailed({ at: report, as }, ['report.get']),
    also: {
      policy: {
        at: report,
        as,
        after: (page) => page.getByRole('button', { name: 'Try a policy' }).click(),
      },
      annotator: { at: report, as: 'annotator', provokes: /status of (403|404|207)/ },
    },
  },
  {
    route: '/o/[org]/reports/[reportId]/compare',
    full: { at: compare, as, shows: 'changed colour' },
    empty: { at: (world) => `${report(world)}/compare`, as, shows: 'Choose a report to compare with' },
    ...heldAndFailed({ at: compare, as }, ['report.compare']),
  },
  {
    route: '/o/[org]/projects/[projectId]/policies',
    full: { at: inProject('/policies'), as, shows: 'Balanced' },
    empty: { without: 'There are always the policies that everybody has.' },
    ...heldAndFailed({ at: inProject('/policies'), as }, ['policy.list']),
  },
  {
    route: '/o/[org]/projects/[projectId]/policies/[policyRef]',
    full: { at: (world) => inProject(`/policies/${world.reports.policy}`)(world), as },
    empty: { without: 'A policy has at least one gate.' },
    ...heldAndFailed({ at: inProject('/policies/strict'), as }, ['policy.list']),
    also: { 'for everybody': { at: inProject('/policies/strict'), as } },
  },
  {
    route: '/o/[org]/projects/[projectId]/goals',
    full: { at: inProject('/goals'), as },
    empty: { at: inBare('/goals'), as: 'founder', shows: 'No goals yet' },
    ...heldAndFailed({ at: inProject('/goals'), as }, ['goal.list']),
    also: {
      presets: {
        at: inProject('/goals'),
        as,
        after: (page) => page.getByRole('button', { name: 'Usual goals' }).first().click(),
      },
    },
  },
];
