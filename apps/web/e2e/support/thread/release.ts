import type { Browser, Page } from '@playwright/test';
import { newContext } from '../person.ts';
import { expectToast } from '../toast.ts';
import type { Cast } from './cast.ts';
import { expect } from './patient.ts';
import { take } from './version.ts';

const LONG = { timeout: 120_000 };
const GOAL = 'Shapes nearly as real ones';
const TITLE = 'Strikes, first look';
const REASON = 'It is for a course, where the shape of a few rows decides nothing.';

const POLICY = 'First looks';

/** What a handful of rows can be held to: that they are valid, and nobody's. */
async function addPolicy({ manager, org, projectId }: Cast): Promise<void> {
  await manager.api(org).policy.create.mutate({
    projectId,
    document: {
      type: 'assay.policy',
      version: 1,
      name: POLICY,
      gates: [
        { id: 'valid', metric: 'validity.score', green: { plus: 0.99 } },
        { id: 'copies', metric: 'privacy.excess-copies', green: { plus: 0.0005 } },
        { id: 'people', metric: 'privacy.points-to-one', green: { plus: 0.01 } },
      ],
    },
  });
}

/** The manager wants of a release what so few rows cannot reach. */
async function setGoal({ manager: { page }, project }: Cast): Promise<void> {
  await page.goto(project());
  await page.getByRole('link', { name: 'Goals', exact: true }).click();
  await page.getByRole('button', { name: 'Add a goal' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /^Name/ }).fill(GOAL);
  // The figure is the shape error, and the comparator "at most", unless one chooses otherwise.
  await dialog.getByRole('spinbutton', { name: /^Target/ }).fill('0.001');
  await dialog.getByRole('checkbox', { name: 'Blocks a release while it is missed' }).click();
  await dialog.getByRole('button', { name: 'Add the goal' }).click();
  await expect(page.getByRole('row', { name: new RegExp(GOAL) })).toBeVisible();
}

/** Says a reason where one is asked for. */
export async function because(page: Page, confirm: string): Promise<void> {
  const dialog = page.getByRole('alertdialog');
  await dialog.getByRole('textbox', { name: /^Reason/ }).fill(REASON);
  await dialog.getByRole('button', { name: confirm, exact: true }).click();
}

/**
 * The engineer asks for the release of a version; a goal that blocks is missed, so that the manager cannot approve it,
 * until a second manager has granted the waiver that the first proposed. Gives the address of the release.
 */
export async function release(cast: Cast, version: string): Promise<string> {
  const { engineer, manager, deputy } = cast;
  await addPolicy(cast);
  await setGoal(cast);
  await engineer.page.goto(version);
  await engineer.page.getByRole('link', { name: 'Ask for a release' }).click();
  await engineer.page.getByRole('textbox', { name: /^Title/ }).fill(TITLE);
  await engineer.page.getByRole('combobox', { name: 'Policy' }).selectOption({ label: POLICY });
  await engineer.page.getByRole('button', { name: 'Validate and ask for a decision' }).click();
  await engineer.page.waitForURL(/\/releases\/[0-9a-f-]+$/);
  const address = new URL(engineer.page.url()).pathname;
  await expect(engineer.page.getByText('One thing stands in its way')).toBeVisible(LONG);
  await expect(engineer.page.getByRole('button', { name: 'Approve' })).toHaveCount(0);

  const { page } = manager;
  await page.goto(address);
  const blocker = page.getByRole('listitem').filter({ hasText: GOAL });
  await expect(blocker.getByText('In the way')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Approve' })).toBeDisabled();
  // Whoever goes past the screen is refused, too.
  const api = manager.api(cast.org);
  const releaseId = address.split('/').at(-1) ?? '';
  const { revision } = await api.release.get.query({ releaseId });
  await expect(api.release.approve.mutate({ releaseId, revision, reason: REASON })).rejects.toThrow(GOAL);

  await blocker.getByRole('button', { name: 'Propose a waiver' }).click();
  await because(page, 'Propose');
  await expectToast(page, 'The waiver waits for a second manager');
  await expect(page.getByRole('button', { name: 'Grant' })).toHaveCount(0);
  await deputy.page.goto(address);
  await deputy.page.getByRole('button', { name: 'Grant' }).click();
  await because(deputy.page, 'Grant');
  await expectToast(deputy.page, 'The waiver is granted');

  // The manager's page follows what the deputy decided.
  await expect(page.getByText('Nothing stands in its way')).toBeVisible({ timeout: 15_000 });
  await page.getByRole('button', { name: 'Approve' }).click();
  await because(page, 'Approve');
  await expect(page.getByText(`Approved by ${manager.name}`)).toBeVisible();
  return address;
}

/** Somebody without an account opens the link that the manager makes, and takes the same bytes away. */
export async function shareWithGuest(
  { browser, baseURL }: { browser: Browser; baseURL: string | undefined },
  { manager: { page } }: Cast,
  given: { release: string; root: string; data: string },
): Promise<void> {
  await page.goto(given.release);
  await page.getByRole('button', { name: 'New link' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /^For whom/ }).fill('The course');
  await dialog.getByRole('button', { name: 'Make the link' }).click();
  const link = await dialog.getByRole('textbox', { name: 'Link' }).inputValue();
  await dialog.getByRole('button', { name: 'Done' }).click();

  const context = await newContext(browser, baseURL);
  const guest = await context.newPage();
  const { pathname, hash } = new URL(link);
  await guest.goto(`${pathname}${hash}`);
  await expect(guest.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
  await expect(guest.getByText('This release is in force')).toBeVisible();
  await expect(guest.getByText(given.root, { exact: true })).toBeVisible();
  await expect(guest.getByText(GOAL).first()).toBeVisible();
  expect(await take(guest, guest.getByRole('button', { name: /-v1\.jsonl$/ }))).toBe(given.data);
  await context.close();
}
