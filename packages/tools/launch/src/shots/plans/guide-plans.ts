import type { RoutePlan } from '../route-plan.ts';

const as = 'manager';
const guide = (rest: string) => () => `/o/demo/guide${rest}`;
const DRAWN = { without: 'The server draws the page whole; nothing is loaded afterwards.' };

/** Pages of the documentation that comes with the application. */
export const GUIDE_PLANS: readonly RoutePlan[] = [
  {
    route: '/o/[org]/guide',
    full: { at: guide(''), as, shows: 'Nearest neighbour distance ratio' },
    empty: { at: guide('?search=zebra'), as, shows: 'No page matches' },
    loading: DRAWN,
    error: DRAWN,
    also: { found: { at: guide('?search=baseline'), as: 'annotator', shows: 'Gaussian copula' } },
  },
  {
    route: '/o/[org]/guide/[...page]',
    full: { at: guide('/metrics/trend-error'), as, shows: 'When it misleads' },
    empty: {
      at: guide('/metrics/none'),
      as,
      shows: 'There is no such page',
      provokes: /status of 404/,
    },
    loading: DRAWN,
    error: DRAWN,
    also: {
      generator: { at: guide('/generators/tree'), as, shows: 'DCR share' },
      'wide tables': { at: guide('/cli'), as: 'engineer', shows: 'Command line' },
      picture: { at: guide('/manager'), as, shows: 'For managers' },
    },
  },
];
