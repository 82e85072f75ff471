import { newPerson } from './support/person.ts';
import { expect, test } from './support/team.ts';
import { expectToast } from './support/toast.ts';

test('a guideline is written, acknowledged, asked about, changed by the answer, and read again', async ({
  browser,
  baseURL,
  page,
  team,
}) => {
  test.setTimeout(240_000);
  const manager = team.manager.api(team.org);
  const { id: projectId } = await manager.project.create.mutate({ name: 'Strikes to label' });
  const annotator = await newPerson(browser, baseURL, 'Looks Closely');
  const { link } = await manager.member.invite.mutate({
    email: annotator.email,
    roles: ['member'],
    project: { id: projectId, roles: ['annotator'] },
  });
  await annotator.api().member.acceptInvitation.mutate({ token: link.slice(link.lastIndexOf('/') + 1) });
  const theirs = await annotator.context.newPage();
  const bar = theirs.getByRole('region', { name: 'Your acknowledgement' });

  await test.step('write it; what is missing is named, and leads to its field', async () => {
    await page.goto(team.path(`/projects/${projectId}`));
    await page.getByRole('link', { name: 'Guidelines', exact: true }).click();
    await page.getByRole('link', { name: 'Write the first guideline' }).click();
    await page.getByRole('button', { name: 'Create the guideline' }).click();
    await page.getByRole('link', { name: 'Section 1: This must be filled in.' }).click();
    await page.keyboard.type('Which species');
    await page.getByRole('textbox', { name: /^Name/ }).fill('Labelling strikes');
    const text = page.getByRole('textbox', { name: 'Text', exact: true });
    await text.fill('Write the species **as the report does**.\n\n<script>alert(1)</script>\n\nNever guess.');
    await page.getByRole('tab', { name: 'Preview' }).click();
    await expect(page.locator('strong', { hasText: 'as the report does' })).toBeVisible();
    await page.getByRole('button', { name: 'Add a section' }).click();
    await page
      .getByRole('textbox', { name: /^Heading/ })
      .nth(1)
      .fill('How to plan the week');
    await page.getByRole('checkbox', { name: 'Manager' }).nth(1).click();
    await page.getByRole('button', { name: 'Move Section 2 up' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: /^Heading/ }).first()).toHaveValue('How to plan the week');
    await expect(page.getByRole('button', { name: 'Move Section 1 down' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: /^Heading/ }).first()).toHaveValue('Which species');

    await page.getByRole('button', { name: 'Add a correct one' }).click();
    await page.getByRole('textbox', { name: /^Title/ }).fill('A strike without damage');
    await page.getByRole('combobox', { name: 'Column 1' }).fill('Cost');
    await page.getByRole('textbox', { name: 'Value 1' }).fill('0');
    await page.getByRole('textbox', { name: /^Why/ }).fill('Nothing was repaired.');
    await page.getByRole('button', { name: 'Add a check' }).click();
    await page.getByRole('textbox', { name: /^What to check/ }).fill('The cost fits the damage');
    await page.getByRole('button', { name: 'Add a rule' }).click();
    await page.getByRole('textbox', { name: /^What people are told/ }).fill('Damage costs something');
    const rule = page.getByRole('combobox', { name: 'Rule 1: what holds' });
    await rule.fill('label != "damage" or');
    await expect(
      page
        .getByRole('alert')
        .filter({ hasText: /end|expected/i })
        .first(),
    ).toBeVisible();
    await rule.fill('label != "damage" or Cost > 0');
    await page.getByRole('button', { name: 'Create the guideline' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Labelling strikes' })).toBeVisible();
    // HTML is shown as it was typed; nothing of it became part of the page.
    await expect(page.getByText('<script>alert(1)</script>')).toBeVisible();
  });

  await test.step('the annotator is sent to it, reads what is for them, and says so', async () => {
    await theirs.goto(team.path(''));
    await theirs.getByRole('link', { name: /^Read a guideline and acknowledge it/ }).click();
    await expect(theirs.getByRole('heading', { name: 'Which species' })).toBeVisible();
    await expect(theirs.getByRole('heading', { name: 'How to plan the week' })).toHaveCount(0);
    await theirs.getByRole('switch', { name: 'Show all sections' }).click();
    await expect(theirs.getByRole('heading', { name: /How to plan the week/ })).toBeVisible();
    await expect(bar).toContainText('You have not read this guideline yet');
    await theirs.getByRole('button', { name: 'I have read version 1' }).click();
    await expect(bar).toContainText('You have read version 1');
  });

  await test.step('they ask about a section', async () => {
    await theirs.getByRole('button', { name: 'Ask about “Which species”' }).click();
    const dialog = theirs.getByRole('alertdialog');
    await dialog.getByRole('textbox', { name: /^Your question/ }).fill('Also by feathers alone?');
    await dialog.getByRole('button', { name: 'Ask' }).click();
    await expectToast(theirs, 'Your question was asked');
  });

  await test.step('the question is answered, and the answer becomes version 2', async () => {
    await page.goto(team.path(''));
    await page.getByRole('link', { name: /^Answer a question about a guideline/ }).click();
    await expect(page.getByText('Also by feathers alone?')).toBeVisible();
    await page.getByRole('textbox', { name: 'Answer' }).fill('Yes, when the colour is plain.');
    await page.getByRole('button', { name: 'Send the answer' }).click();
    await page.getByRole('link', { name: 'Change the guideline' }).click();
    await expect(page.getByText('This version answers: Also by feathers alone?')).toBeVisible();
    await page
      .getByRole('textbox', { name: 'Text', exact: true })
      .first()
      .fill('Write the species **as the report does**.\n\nFeathers will do when their colour is plain.');
    await page.getByRole('textbox', { name: 'What changed, and why' }).fill('Feathers');
    await page.getByRole('button', { name: 'Save as version 2' }).click();
    await expectToast(page, 'Version 2 is saved');
    await page.getByRole('link', { name: 'Readers' }).click();
    await expect(page.getByRole('row', { name: /Looks Closely/ })).toContainText('Must read what changed');
  });

  await test.step('the annotator sees what changed and must acknowledge it again', async () => {
    await theirs.goto(team.path('/notifications'));
    await expect(theirs.getByText('A guideline was changed by your question').first()).toBeVisible();
    await theirs.goto(team.path(''));
    await theirs.getByRole('link', { name: /^Read a guideline and acknowledge it/ }).click();
    await expect(bar).toContainText('Version 2 changes what you have read in version 1.');
    await bar.getByRole('link', { name: 'See what changed' }).click();
    await expect(theirs.getByText('Feathers will do when their colour is plain.')).toBeVisible();
    await expect(theirs.getByText('Never guess.')).toBeVisible();
    await expect(theirs.getByRole('heading', { name: /How to plan the week/ })).toHaveCount(0);
    await theirs.getByRole('link', { name: 'Questions' }).click();
    await expect(theirs.getByText('In the guideline')).toBeVisible();
    await theirs.getByRole('link', { name: 'Read', exact: true }).click();
    await theirs.getByRole('button', { name: 'I have read version 2' }).click();
    await expect(bar).toContainText('You have read version 2');
    await page.reload();
    await expect(page.getByRole('row', { name: /Looks Closely/ })).toContainText('Up to date');
  });
  await annotator.context.close();
});
