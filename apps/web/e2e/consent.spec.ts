import { readySource } from './support/ready-source.ts';
import { expect, test } from './support/team.ts';
import { expectToast } from './support/toast.ts';
import { wagesCsv } from './support/wages.ts';

const REASON = 'The board read the forms anew and agreed';

test('a run is refused while consent is missing, expired or excludes synthesis; an override is on record', async ({
  page,
  team,
}) => {
  test.setTimeout(180_000);
  const { manager: person, org } = team;
  const api = person.api(org);
  const { id: projectId } = await api.project.create.mutate({ name: 'Wages with terms' });
  const source = await readySource({ person, org, projectId }, { name: 'Wages of members', csv: wagesCsv() });
  const { id: recipeId } = await api.recipe.create.mutate({
    projectId,
    name: 'Wages to share',
    document: { type: 'assay.recipe', version: 1, method: 'tree', sourceId: source.id },
  });
  const { terms } = await api.source.get.query({ sourceId: source.id });
  const { override: _, ...open } = terms;
  const consent = {
    basis: 'consent' as const,
    scope: ['synthesis' as const],
    expiresOn: null,
    withdrawnOn: null,
    evidence: 'Form 7',
  };
  const openDialog = async () => {
    await page.goto(team.path(`/recipes/${recipeId}`));
    await page.getByRole('button', { name: 'Start a run' }).click();
    return page.getByRole('dialog');
  };

  for (const [name, stated, sentence] of [
    ['missing', null, 'State on what ground the data may be processed.'],
    ['expired', { ...consent, expiresOn: '2020-01-01' }, 'The consent expired on 2020-01-01.'],
    [
      'excluding synthesis',
      { ...consent, scope: ['research' as const] },
      'The consent does not name synthesis among its purposes.',
    ],
  ] as const) {
    await test.step(`refuse while consent is ${name}`, async () => {
      const { revision } = await api.source.get.query({ sourceId: source.id });
      await api.source.terms.mutate({
        sourceId: source.id,
        revision,
        terms: { ...open, consent: stated === null ? null : { ...stated, scope: [...stated.scope] } },
      });
      const dialog = await openDialog();
      await expect(dialog.getByText('“Wages of members” may not be synthesised yet')).toBeVisible();
      await expect(dialog.getByText(sentence)).toBeVisible();
      await expect(dialog.getByRole('button', { name: 'Start the pilot' })).toBeDisabled();
    });
  }

  await test.step('override the terms, with a reason', async () => {
    await page.getByRole('link', { name: 'Settle it on the source' }).click();
    await page.getByRole('button', { name: 'Override the terms' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: /^Reason/ }).fill(REASON);
    await dialog.getByRole('button', { name: 'Override', exact: true }).click();
    await expectToast(page, 'The terms are overridden');
    await expect(page.getByText('Overridden by Team Manager')).toBeVisible();
    await expect(page.getByText(REASON)).toBeVisible();
  });

  await test.step('the run starts, and says so in the log', async () => {
    const dialog = await openDialog();
    await dialog.getByRole('button', { name: 'Start the pilot' }).click();
    await page.waitForURL(/\/runs\/[0-9a-f-]+$/);
    const runId = new URL(page.url()).pathname.split('/').at(-1);
    await page.goto(team.path(`/log?object=run:${runId}`));
    await page.getByRole('link', { name: 'Run started' }).click();
    await expect(page.getByText(REASON).first()).toBeVisible();
  });
});
