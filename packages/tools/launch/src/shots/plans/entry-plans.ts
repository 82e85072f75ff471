import { heldAndFailed, type RoutePlan } from '../route-plan.ts';

const FORM = { without: 'It is a form: there is no data that could be missing.' };
const DRAWN = { without: 'The server draws the page whole; nothing is loaded afterwards.' };
const NO_DATA = { empty: FORM, loading: DRAWN, error: DRAWN };

/** Pages before and beside an organisation. */
export const ENTRY_PLANS: readonly RoutePlan[] = [
  {
    route: '/',
    full: { at: () => '/', as: 'manager', shows: 'Hello, Demo' },
    empty: { at: () => '/', as: 'newcomer', shows: 'Name of the organisation' },
    loading: { without: 'It leads on to the home of an organisation, whose states are its own.' },
    error: { without: 'It leads on to the home of an organisation, whose states are its own.' },
  },
  {
    route: '/sign-in',
    full: { at: () => '/sign-in', as: 'nobody' },
    ...NO_DATA,
    error: {
      at: () => '/sign-in',
      as: 'nobody',
      answers: 'failed',
      provokes: /status of 500/,
      after: async (page) => {
        await page.getByLabel('E-mail').fill('manager@demo.example');
        await page.getByLabel('Password').fill('not the password');
        await page.getByRole('button', { name: 'Sign in' }).click();
        await page.getByRole('alert').first().waitFor();
      },
    },
  },
  { route: '/sign-up', full: { at: () => '/sign-up', as: 'nobody' }, ...NO_DATA },
  { route: '/forgot-password', full: { at: () => '/forgot-password', as: 'nobody' }, ...NO_DATA },
  {
    route: '/reset-password',
    full: { at: () => '/reset-password?token=one', as: 'nobody' },
    ...NO_DATA,
    empty: { at: () => '/reset-password', as: 'nobody', shows: 'not valid any more' },
  },
  { route: '/two-factor', full: { at: () => '/two-factor', as: 'nobody' }, ...NO_DATA },
  { route: '/welcome', full: { at: () => '/welcome', as: 'manager' }, ...NO_DATA },
  {
    route: '/invite/[token]',
    full: { at: (world) => `/invite/${world.invitation}`, as: 'nobody' },
    empty: { at: () => '/invite/none', as: 'nobody', shows: 'not open any more' },
    loading: DRAWN,
    error: DRAWN,
    also: { 'another person': { at: (world) => `/invite/${world.invitation}`, as: 'newcomer' } },
  },
  {
    route: '/account',
    full: { at: () => '/account', as: 'manager' },
    empty: { at: () => '/account', as: 'newcomer', shows: 'organisation' },
    ...heldAndFailed({ at: () => '/account', as: 'manager' }),
  },
  {
    route: '/_not-found',
    full: { at: () => '/nowhere', as: 'nobody', provokes: /status of 404/ },
    ...NO_DATA,
  },
  {
    route: '/_global-error',
    full: { without: 'It is shown when the frame of all pages breaks, which no address brings about.' },
    ...NO_DATA,
  },
];
