import { expect as baseExpect, type Locator, type Page, test } from '@playwright/test';
import { newPlace } from './support/person.ts';
import { rowsMadeElsewhere } from './support/rows-made-elsewhere.ts';

// From screen to screen as a person goes, on the demo's table of wildlife strikes; nothing is done by the API.

// The machine is at work beside the browser: a page may be slow to come.
const expect = baseExpect.configure({ timeout: 60_000 });
test.use({ extraHTTPHeaders: newPlace(), actionTimeout: 60_000 });

const MANAGER = { email: 'manager@demo.example', password: 'assay-demo-password' };
const PROJECT = 'Wildlife strikes (demo)';
const SOURCE = 'Wildlife strikes 1990-2002 (demo)';
/** So many that a person sees them being made, and can cancel. */
const MANY_ROWS = 1_500_000;
/** For what the machine does, however busy it is. */
const LONG = { timeout: 900_000 };
/** Of this run: the installation may have seen this test before. */
const stamp = Date.now().toString(36);

test('from a recipe to two reports that differ, and a run made elsewhere beside them', async ({ page }) => {
  test.setTimeout(2_400_000);
  const recipe = `Strikes for the course ${stamp}`;
  const elsewhere = `Columns by hand ${stamp}`;
  const state = page.getByRole('status').filter({ hasText: /^(Ready|Blocked)$/ });
  const gates = page.getByRole('table', { name: 'Each gate with its result' });
  let recipeAddress = '';

  await test.step('sign in and open the project', async () => {
    await page.goto('/sign-in');
    await page.getByLabel('E-mail').fill(MANAGER.email);
    await page.getByLabel('Password', { exact: true }).fill(MANAGER.password);
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Projects', exact: true }).click();
    await page.getByRole('main').getByRole('link', { name: PROJECT }).click();
    await expect(page.getByRole('heading', { level: 1, name: PROJECT })).toBeVisible();
  });

  await test.step('write a recipe that keeps no relation', async () => {
    await page.getByRole('link', { name: 'Recipes', exact: true }).click();
    await page
      .getByRole('link', { name: /^(New recipe|Write the first recipe)$/ })
      .first()
      .click();
    await page.getByRole('textbox', { name: /^Name/ }).fill(recipe);
    await page.getByRole('combobox', { name: 'Source' }).selectOption({ label: SOURCE });
    await expect(page.getByText('Ready: its terms permit synthesis')).toBeVisible();
    await page.getByRole('radio', { name: /^Independent columns/ }).click();
    await page.getByRole('radio', { name: /^Always the same/ }).click();
    await expect(page.getByText('Nothing keeps this recipe from being run.')).toBeVisible(LONG);
    await page.getByRole('button', { name: 'Create the recipe' }).click();
    await expect(page.getByRole('heading', { level: 1, name: recipe })).toBeVisible();
    recipeAddress = page.url();
  });

  await test.step('its pilot is blocked, and the report says in words which gate is red', async () => {
    await startPilot(page);
    await expect(page.getByRole('heading', { name: 'Under way' })).toBeVisible();
    await expect(state).toHaveText('Blocked', LONG);
    await page.getByRole('link', { name: 'Open the report' }).click();
    await expect(page.getByRole('heading', { name: 'Failed: it should not be used as it is' })).toBeVisible();
    const why = page.getByRole('region', { name: 'Failed: it should not be used as it is' });
    await expect(
      why.getByRole('listitem').filter({ hasText: /^Detection\s?0\.9\d+ is past amber/ }),
    ).toBeVisible();
    await expect(why.getByRole('heading', { name: 'What to do next' })).toBeVisible();
    await expect(gates.getByRole('row', { name: /^Detection Red/ })).toBeVisible();
  });

  await test.step('change the recipe to trees: version 2, compared with version 1', async () => {
    await page.goto(recipeAddress);
    await page.getByRole('radio', { name: /^Sequential trees/ }).click();
    await page.getByRole('button', { name: 'Use 20', exact: true }).click();
    await page.getByRole('textbox', { name: 'What changed, and why' }).fill('Detection was red');
    await page.getByRole('button', { name: 'Save as version 2' }).click();
    await expect(page.getByText('Version 2 is saved')).toBeVisible();
    await page.getByRole('link', { name: 'Compare with the one before' }).click();
    await expect(
      page.getByRole('row', { name: 'Method Independent columns Sequential trees' }),
    ).toBeVisible();
    await expect(page.getByRole('row', { name: /^Leaf size 50 20/ })).toBeVisible();
    await page.goto(recipeAddress);
  });

  await test.step('the pilot of version 2 is no longer told apart', async () => {
    await startPilot(page);
    await expect(page.getByRole('link', { name: `${recipe}, version 2` })).toBeVisible();
    await expect(state).toBeVisible(LONG);
  });

  await test.step('ramp it up: rows done, rows a second and the time left move', async () => {
    await page.getByRole('button', { name: 'Ramp up' }).click();
    const dialog = page.getByRole('alertdialog');
    await dialog.getByRole('spinbutton', { name: /^Rows/ }).fill(String(MANY_ROWS));
    await dialog.getByRole('button', { name: 'Make them' }).click();
    const bar = page.getByRole('progressbar', { name: /^Making rows/ });
    await expect(bar).toHaveAttribute('aria-valuetext', /of 1,500,000.* per second.* left/, {
      timeout: 120_000,
    });
    const seen = await doneOf(bar);
    await expect.poll(() => doneOf(bar), LONG).toBeGreaterThan(seen);
  });

  await test.step('cancel it, and the first retry goes on', async () => {
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await page.getByRole('button', { name: 'Cancel the run' }).click();
    await expect(page.getByText('This run was cancelled')).toBeVisible();
    await page.getByRole('button', { name: 'Retry' }).click();
    await expect(page.getByText('This run was cancelled')).toHaveCount(0);
    await expect(page.getByRole('heading', { name: 'Under way' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Rows', exact: true })).toBeVisible(LONG);
    await expect(page.getByRole('progressbar', { name: /^Judging/ })).toBeVisible(LONG);
    await expect(state).toBeVisible(LONG);
    await expect(page.getByText('1,500,000', { exact: true })).toBeVisible();
  });

  await test.step('the gate is green now, and both reports side by side say so', async () => {
    await page.getByRole('link', { name: 'Open the report' }).click();
    await expect(gates.getByRole('row', { name: /^Detection Green/ })).toBeVisible();
    await page.getByRole('link', { name: 'Reports', exact: true }).click();
    await page
      .getByRole('checkbox', { name: new RegExp(`^Compare ${recipe}, run`) })
      .last()
      .click();
    await page
      .getByRole('checkbox', { name: new RegExp(`^Compare ${recipe}, run`) })
      .first()
      .click();
    await page.getByRole('link', { name: 'Compare the two' }).click();
    await expect(page.getByRole('heading', { name: /^\d+ gates changed colour$/ })).toBeVisible();
    await expect(
      page.getByRole('table', { name: 'Gates' }).getByRole('row', { name: /Detection Red .* Green/ }),
    ).toBeVisible();
  });

  await test.step('import rows made elsewhere, one of whose columns is named otherwise', async () => {
    await page.getByRole('navigation', { name: 'Breadcrumbs' }).getByRole('link', { name: PROJECT }).click();
    await page.getByRole('link', { name: 'Runs', exact: true }).click();
    await page.getByRole('link', { name: 'Import rows made elsewhere' }).click();
    await page.locator('input[type=file]').setInputFiles({
      name: `elsewhere-${stamp}.csv`,
      mimeType: 'text/csv',
      buffer: Buffer.from(rowsMadeElsewhere({ 'Wildlife Size': 'wildlife_size' })),
    });
    await page.getByRole('combobox', { name: /^Source/ }).selectOption({ label: SOURCE });
    await page.getByRole('textbox', { name: /^Name/ }).fill(elsewhere);
    await page.getByRole('textbox', { name: /^Generator/ }).fill('Columns by hand');
    await page.getByRole('textbox', { name: /^Version/ }).fill('0.1');
    await page.getByRole('textbox', { name: /^Seed/ }).fill('7');
    await page.getByRole('button', { name: 'Import the rows' }).click();
    await expect(page.getByRole('heading', { name: 'The columns do not fit as they are' })).toBeVisible(LONG);
    await expect(page.getByRole('combobox', { name: 'Column of the source for wildlife_size' })).toHaveValue(
      'Wildlife Size',
    );
    await page.getByRole('button', { name: 'Read the file with this mapping' }).click();
    await expect(state).toBeVisible(LONG);
    await expect(page.getByText('Columns by hand', { exact: true })).toBeVisible();
  });

  await test.step('its report stands beside the others', async () => {
    await page.getByRole('link', { name: 'Open the report' }).click();
    await expect(gates.getByRole('row', { name: /^Detection Red/ })).toBeVisible();
    await page.getByRole('link', { name: 'Reports', exact: true }).click();
    const rows = page.getByRole('table', { name: 'Reports of this project' }).getByRole('row');
    await expect(rows.filter({ hasText: elsewhere })).toContainText('Failed');
    await expect(rows.filter({ hasText: recipe })).toHaveCount(3);
  });
});

async function startPilot(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Start a run' }).click();
  await page.getByRole('button', { name: 'Start the pilot' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Run \d+/ })).toBeVisible();
}

/** The rows that the bar says are done: all of them when it is gone. */
async function doneOf(bar: Locator): Promise<number> {
  const text = await bar.getAttribute('aria-valuetext', { timeout: 5_000 }).catch(() => null);
  if (text === null) return MANY_ROWS;
  return Number(/^([\d,]+) of/.exec(text)?.[1]?.replaceAll(',', '') ?? 0);
}
