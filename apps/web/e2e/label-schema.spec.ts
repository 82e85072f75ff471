import { expect } from '@playwright/test';
import { test } from './support/team.ts';

test('a label schema is written visually and as JSON, explains a contradiction, and its versions are compared', async ({
  page,
  team,
}) => {
  test.setTimeout(180_000);
  const { id: projectId } = await team.manager
    .api(team.org)
    .project.create.mutate({ name: 'Strikes to label' });
  const names = page.getByRole('textbox', { name: 'Name of the label' });
  const preview = page.getByRole('region', { name: 'As it will be asked' });

  await test.step('write it visually: labels, hierarchy and keys by keyboard', async () => {
    await page.goto(team.path(`/projects/${projectId}`));
    await page.getByRole('link', { name: 'Label schemas', exact: true }).click();
    await page.getByRole('link', { name: 'Write the first label schema' }).click();
    await page.getByRole('textbox', { name: /^Name/ }).fill('Species of strikes');
    await page.getByRole('button', { name: 'Add a question' }).click();
    await page.getByRole('menuitem', { name: 'One label' }).click();
    const question = page.getByRole('group', { name: 'Question 1' });
    const name = question.getByRole('textbox', { name: /^Name\b(?! of)/ });
    await expect(name).toBeFocused();
    await name.fill('Species');
    await names.nth(0).fill('Bird');
    await names.nth(1).fill('Goose');
    await names.nth(1).press('Alt+ArrowRight');
    await expect(names.nth(1)).toBeFocused();
    await names.nth(1).press('Enter');
    await expect(names.nth(2)).toBeFocused();
    await page.keyboard.type('Swan');
    await expect(page.getByText('Nothing keeps this schema from being labelled with.')).toBeVisible();
  });

  await test.step('try it: the keys answer, and what is missing is said', async () => {
    await expect(preview.getByText('“Species” is not answered.')).toBeVisible();
    await preview.getByRole('button', { name: /^Bird/ }).focus();
    await page.keyboard.press('3');
    await expect(preview.getByRole('button', { name: /^Swan/ })).toHaveAttribute('aria-pressed', 'true');
    await expect(preview.getByText('This could be submitted.')).toBeVisible();
  });

  await test.step('save it', async () => {
    await page.getByRole('button', { name: 'Create the label schema' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Species of strikes' })).toBeVisible();
    await expect(page.getByText('Version 1 is saved')).toBeVisible();
  });

  await test.step('a contradiction is explained on its line, and text that cannot be read is kept', async () => {
    await page.getByRole('tab', { name: 'JSON' }).click();
    const json = page.getByRole('textbox', { name: 'Document' });
    const written = await json.inputValue();
    const line = written.split('\n').findIndex((each) => each.includes('"key": "2"')) + 1;
    await json.fill(written.replace('"key": "2"', '"key": "1"'));
    await expect(
      page.getByRole('button', {
        name: new RegExp(`^Line ${line} .*The key “1” of “Goose” is already that of “Bird”`),
      }),
    ).toBeVisible();
    await expect(page.getByText('1 thing keeps this schema from being labelled with')).toBeVisible();
    await json.fill(written.slice(0, -1));
    await expect(page.getByText('This cannot be read yet, so it cannot be saved.')).toBeVisible();
    await expect(page.getByRole('tab', { name: 'Visual' })).toBeDisabled();
    await json.fill(written.replace('"name": "Goose"', '"name": "Canada goose"'));
    await page.getByRole('tab', { name: 'Visual' }).click();
    await expect(names.nth(1)).toHaveValue('Canada goose');
  });

  await test.step('save version 2 and compare it with the first', async () => {
    await page.getByRole('button', { name: 'More for Swan' }).click();
    await page.getByRole('menuitem', { name: 'Deprecate' }).click();
    await page.getByRole('textbox', { name: 'What changed, and why' }).fill('Which goose');
    await page.getByRole('button', { name: 'Save as version 2' }).click();
    await expect(page.getByText('Version 2 is saved')).toBeVisible();
    await page.getByRole('link', { name: 'Compare with the one before' }).click();
    await expect(
      page.getByRole('row', { name: /Species › Bird › Canada goose.*Renamed.*Goose Canada goose/ }),
    ).toBeVisible();
    await expect(page.getByRole('row', { name: /Species › Bird › Swan.*Deprecated/ })).toBeVisible();
  });
});

test('columns are chosen among those that the sources of the project have', async ({ page, team }) => {
  await page.goto(team.path(`/projects/${team.projectId}/label-schemas/new`));
  await page.getByRole('button', { name: 'Add a question' }).click();
  await page.getByRole('menuitem', { name: 'Marks on cells' }).click();
  await page.getByRole('radio', { name: 'Cells of named columns' }).click();
  await expect(page.getByText(/names no column/)).toBeVisible();
  await page.getByRole('button', { name: /^Columns/ }).click();
  await page.getByRole('option', { name: 'Remark', exact: true }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('textbox', { name: 'Reason 1' }).fill('Impossible');
  const preview = page.getByRole('region', { name: 'As it will be asked' });
  await expect(preview.getByRole('combobox', { name: 'Cell' })).toHaveValue('Remark');
  await preview.getByRole('button', { name: /^Impossible/ }).click();
  await expect(preview.getByRole('option', { name: 'Remark (1 flag)' })).toBeAttached();
});
