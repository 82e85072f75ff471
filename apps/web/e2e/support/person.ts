import { randomUUID } from 'node:crypto';
import { type Browser, type BrowserContext, expect } from '@playwright/test';
import { type Api, apiOf } from './api.ts';

export const PASSWORD = 'a long enough password';

/** Of this process: addresses of people must not have been used before, whatever the installation, nor beside it. */
const stamp = randomUUID().slice(0, 8);
let made = 0;

export function newEmail(kind: string): string {
  made += 1;
  return `${kind}-${stamp}-${made}@example.com`;
}

/**
 * As if from a place of its own (198.18.0.0/15 is for tests): signing in is limited by network address, and the
 * people of one run would count as one.
 */
export function newPlace(): Record<string, string> {
  const draw = Math.floor(Math.random() * 2 ** 16);
  return { 'x-forwarded-for': `198.18.${draw >> 8}.${draw & 255}` };
}

export type Person = {
  name: string;
  email: string;
  context: BrowserContext;
  /** Calls as this person; `in` names the organisation. */
  api: (org?: string) => Api;
};

export function newContext(browser: Browser, baseURL: string | undefined): Promise<BrowserContext> {
  return browser.newContext({
    ...(baseURL === undefined ? {} : { baseURL }),
    // Nothing of the page that the test itself has.
    storageState: { cookies: [], origins: [] },
    extraHTTPHeaders: newPlace(),
  });
}

/** Somebody with an account, signed in in a browser context of their own. */
export async function newPerson(
  browser: Browser,
  baseURL: string | undefined,
  name: string,
): Promise<Person> {
  const email = newEmail('person');
  const context = await newContext(browser, baseURL);
  await signUp(context, { name, email });
  return { name, email, context, api: (org) => apiOf(context, org) };
}

async function signUp(context: BrowserContext, person: { name: string; email: string }): Promise<void> {
  const answer = await context.request.post('/api/auth/sign-up/email', {
    data: { ...person, password: PASSWORD },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
}

/** Signs the person in in one more browser context. */
export async function signInElsewhere(
  browser: Browser,
  baseURL: string | undefined,
  email: string,
  password: string = PASSWORD,
): Promise<BrowserContext> {
  const context = await newContext(browser, baseURL);
  const answer = await context.request.post('/api/auth/sign-in/email', { data: { email, password } });
  expect(answer.ok(), await answer.text()).toBe(true);
  return context;
}
