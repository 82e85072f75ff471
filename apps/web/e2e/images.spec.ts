import { pngOf } from '@assay/testkit';
import { downloadZip } from 'client-zip';
import { expect, test } from './support/team.ts';
import { expectToast } from './support/toast.ts';

const scene = (seed: number, width = 160, height = 120): Buffer =>
  pngOf(width, height, (x, y) => [
    128 + 100 * Math.sin((x * (seed + 1)) / 23),
    128 + 100 * Math.cos((y * (seed + 2)) / 19),
    (x * y * seed) % 251,
  ]);

async function zipOf(files: Record<string, Uint8Array | string>): Promise<Buffer> {
  const entries = Object.entries(files).map(([name, input]) => ({ name, input, lastModified: new Date(0) }));
  return Buffer.from(await downloadZip(entries).arrayBuffer());
}

test('pictures come in as files and archives, each file has its outcome, and a large one is looked at by keys', async ({
  page,
  team,
}) => {
  test.setTimeout(240_000);
  const api = team.manager.api(team.org);
  const { id: projectId } = await api.project.create.mutate({ name: 'Pictures' });

  await test.step('why it cannot be sent yet is said', async () => {
    await page.goto(team.path(`/projects/${projectId}`));
    await page.getByRole('link', { name: 'Images' }).click();
    await expect(page.getByText('No images yet')).toBeVisible();
    await page.getByRole('link', { name: 'Import images' }).first().click();
    await expect(page.getByRole('button', { name: 'Send and read' })).toBeDisabled();
    await expect(page.getByText('Choose the pictures first.')).toBeVisible();
  });

  await test.step('three pictures and an archive are sent, with where they are from', async () => {
    const zip = await zipOf({
      'night/one.png': scene(4),
      'night/again.png': scene(1),
      'night/notes.txt': 'No picture.',
      '../outside.png': scene(5),
    });
    await page.locator('input[type=file]:not([webkitdirectory])').setInputFiles([
      { name: 'scene-1.png', mimeType: 'image/png', buffer: scene(1) },
      { name: 'scene-2.png', mimeType: 'image/png', buffer: scene(2) },
      { name: 'panorama.png', mimeType: 'image/png', buffer: scene(3, 3000, 700) },
      { name: 'night.zip', mimeType: 'application/zip', buffer: zip },
    ]);
    await expect(page.getByText(/^4 files, /)).toBeVisible();
    await expect(page.getByText('Say what made them.')).toBeVisible();
    await page.getByRole('textbox', { name: /^What made them/ }).fill('A test of the browser');
    await page.getByRole('textbox', { name: /^Name of this import/ }).fill('Scenes');
    await page.getByRole('button', { name: 'Send and read' }).click();
    await page.waitForURL(/\/image-imports\/[0-9a-f-]+$/);
  });

  await test.step('every file has an outcome, with the reason and what to do', async () => {
    await expect(page.getByRole('main').getByText('Read', { exact: true })).toBeVisible({ timeout: 120_000 });
    const row = (name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) });
    await expect(row('night/again.png')).toContainText('New');
    await expect(row('scene-1.png')).toContainText('The project has this very picture already.');
    await expect(row('night/notes.txt')).toContainText('Not taken');
    await expect(row('../outside.png')).toContainText('Its path in the archive leads out of the archive.');
    await page.getByRole('combobox', { name: 'Outcome' }).selectOption('refused');
    await expect(page).toHaveURL(/outcome=refused/);
    await expect(row('scene-1.png')).toHaveCount(0);
    await expect(page.getByRole('row')).toHaveCount(3);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download what was not taken' }).click();
    expect((await download).suggestedFilename()).toBe('images-1-refused.csv');
  });

  await test.step('the gallery is searched, and the search is in its address', async () => {
    await page.getByRole('link', { name: 'Look at the images' }).click();
    const cards = page.getByRole('list', { name: 'Images' }).getByRole('listitem');
    await expect(cards).toHaveCount(4);
    await expect(page.getByText('Of one import')).toBeVisible();
    await page.getByRole('searchbox', { name: 'Search paths and prompts' }).fill('panorama');
    await expect(cards).toHaveCount(1);
    await expect(page).toHaveURL(/search=panorama/);
    const width = () => cards.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth);
    await expect.poll(width).toBeGreaterThan(0);
  });

  await test.step('a large picture is zoomed and moved by keys, and its own pixels come', async () => {
    await page.getByRole('link', { name: /panorama.png/ }).click();
    await expect(page.getByText('3000 × 700 pixels, 2.1 megapixels')).toBeVisible();
    // It is the only one of the list that it was come to by, to which the way back leads.
    await expect(page.getByRole('link', { name: /^(Next|Previous) picture$/ })).toHaveCount(0);
    const back = page.getByRole('main').getByRole('link', { name: 'Images', exact: true });
    await expect(back).toHaveAttribute('href', /search=panorama/);
    const picture = page.getByRole('img', { name: 'panorama.png' });
    await expect(picture).toHaveAttribute('data-painted', 'true');
    const tile = page.waitForResponse((answer) => /\/tile-0-\d+-\d+/.test(answer.url()));
    await picture.focus();
    await page.keyboard.press('1');
    await expect(page.getByText('100 %')).toBeVisible();
    expect((await tile).status()).toBe(200);
    await page.keyboard.press('+');
    await expect(page.getByText('125 %')).toBeVisible();
    await page.keyboard.press('0');
    await expect(page.getByText('125 %')).toBeHidden();
  });

  await test.step('an import that is withdrawn takes its pictures with it', async () => {
    await page.getByRole('link', { name: '1: Scenes' }).click();
    await page.getByRole('button', { name: 'Withdraw' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Withdraw' }).click();
    await expectToast(page, 'Withdrawn; 4 pictures removed');
    await expect(page.getByText('This import was withdrawn.')).toBeVisible();
  });
});
