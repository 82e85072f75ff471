import { describe, expect, it } from 'vitest';
import { LaunchError } from '../fail.ts';
import { checkPlans } from './check-plans.ts';
import { PLANS } from './plans/all-plans.ts';
import { readArguments } from './read-arguments.ts';
import { matchesRoute, pageRoutes } from './read-routes.ts';
import { heldAndFailed, type RoutePlan, shotsOf } from './route-plan.ts';

const jobs: RoutePlan = {
  route: '/o/[org]/jobs',
  full: { at: () => '/o/demo/jobs', as: 'manager' },
  empty: { without: 'for this test it is never empty' },
  ...heldAndFailed({ at: () => '/o/demo/jobs', as: 'manager' }),
};

describe('the routes of the application', () => {
  it('are the pages of the manifest, not what answers requests', () => {
    expect(
      pageRoutes({
        '/page': '/',
        '/(entry)/sign-in/page': '/sign-in',
        '/api/health/route': '/api/health',
        '/icon.svg/route': '/icon.svg',
        '/o/[org]/jobs/page': '/o/[org]/jobs',
      }),
    ).toEqual(['/', '/o/[org]/jobs', '/sign-in']);
  });

  it('are told from an address', () => {
    expect(matchesRoute('/o/[org]/jobs', '/o/demo/jobs?status=FAILED')).toBe(true);
    expect(matchesRoute('/o/[org]/jobs', '/o/demo/jobs/1')).toBe(false);
    expect(matchesRoute('/o/[org]/jobs', '/o/demo')).toBe(false);
    expect(matchesRoute('/o/[org]/[...rest]', '/o/demo/nowhere/at/all')).toBe(true);
    expect(matchesRoute('/o/[org]/[...rest]', '/o/demo')).toBe(false);
    expect(matchesRoute('/', '/')).toBe(true);
  });
});

describe('plans', () => {
  it('agree with the routes or say where not', () => {
    expect(checkPlans(['/o/[org]/jobs'], [jobs])).toEqual([]);
    expect(checkPlans(['/o/[org]/jobs', '/new'], [jobs])).toEqual([
      '/new has no plan: add its states to packages/tools/launch/src/shots/plans.',
    ]);
    expect(checkPlans([], [jobs])).toEqual([
      '/o/[org]/jobs has a plan, but there is no such page: remove it from shots/plans.',
    ]);
  });

  it('need a reason where a state is left out, and words where it is empty', () => {
    expect(checkPlans(['/o/[org]/jobs'], [{ ...jobs, empty: { without: '' } }])).toHaveLength(1);
    expect(
      checkPlans(['/o/[org]/jobs'], [{ ...jobs, empty: { at: () => '/', as: 'founder' } }]),
    ).toHaveLength(1);
  });

  it('give the states that can be seen', () => {
    expect(shotsOf(jobs).map(([name]) => name)).toEqual(['full', 'loading', 'error']);
  });

  it('of the application are without contradiction among themselves', () => {
    expect(
      checkPlans(
        PLANS.map((plan) => plan.route),
        PLANS,
      ),
    ).toEqual([]);
  });
});

describe('arguments', () => {
  it('are read', () => {
    expect(readArguments([])).toEqual({ only: null, states: null, out: null, help: false });
    expect(readArguments(['--only', '/log', '--states', 'full,error', '--out', 'x'])).toEqual({
      only: '/log',
      states: new Set(['full', 'error']),
      out: 'x',
      help: false,
    });
  });

  it('that are not known are refused with the help', () => {
    expect(() => readArguments(['--fast'])).toThrow(LaunchError);
    expect(() => readArguments(['--only'])).toThrow(/Usage/);
  });
});
