import type { Locator, Page } from '@playwright/test';
import { pictureName } from '../ready-pictures.ts';
import { jobDone } from '../wages-run.ts';
import type { Cast, Player } from './cast.ts';
import { expect } from './patient.ts';

const LONG = { timeout: 60_000 };
const SIZE = { width: 320, height: 240 };
const BATCH = 'Cars and people, verified';

/** What a detector says: the car of each picture, and in the first two a person where nobody is. */
export function detected(pictures: number): string {
  const cars = Array.from({ length: pictures }, (_, at) => ({
    id: at + 1,
    image_id: at + 1,
    category_id: 1,
    bbox: [80, 60, 120, 90],
    area: 10_800,
    iscrowd: 0,
    segmentation: [],
  }));
  const nobody = [1, 2].map((image, at) => ({
    id: pictures + at + 1,
    image_id: image,
    category_id: 2,
    bbox: [230, 20, 40, 70],
    area: 2800,
    iscrowd: 0,
    segmentation: [],
  }));
  return JSON.stringify({
    images: cars.map((_, at) => ({ id: at + 1, file_name: pictureName(at), ...SIZE })),
    categories: [
      { id: 1, name: 'car' },
      { id: 2, name: 'person' },
    ],
    annotations: [...cars, ...nobody],
  });
}

/** The engineer brings in what a detector said, as proposals; the file is shown before it counts. */
export async function bringLabels({ engineer: { page }, project }: Cast, coco: string): Promise<void> {
  await page.goto(project('/label-imports/new'));
  await page.getByRole('radio', { name: /^Prelabels/ }).click();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'detected.json', mimeType: 'application/json', buffer: Buffer.from(coco) });
  await page.getByRole('textbox', { name: /^Who or what gave the answers/ }).fill('A detector of the test');
  await page.getByRole('button', { name: 'Read the file' }).click();
  await page.waitForURL(/\/label-imports\/[0-9a-f-]{36}$/);
  await page.getByRole('button', { name: /^Take \d+ records?$/ }).click(LONG);
  await expect(page.getByRole('button', { name: 'Withdraw' })).toBeVisible(LONG);
}

/** The manager gives each picture, with what was proposed, to two people. */
export async function makeVerifyBatch(
  { manager, org, projectId }: Cast,
  of: { runId: string; labelSchemaVersionId: string },
): Promise<string> {
  const api = manager.api(org);
  await api.review.saveRouting.mutate({
    projectId,
    known: 0,
    document: { type: 'assay.review-routing', version: 1, random: { share: 0, seed: 'thread' } },
  });
  const { imports } = await api.labelImport.list.query({ projectId });
  const { batchId, jobId } = await api.batch.create.mutate({
    projectId,
    kind: 'verify',
    name: BATCH,
    ...of,
    guidelineId: null,
    prelabelImportId: imports[0]?.id ?? '',
    overlap: 2,
    selection: { type: 'assay.batch-selection', version: 1, order: 'row', seed: 'thread' },
  });
  await jobDone({ person: manager, org }, jobId);
  return batchId;
}

export const canvasOf = (page: Page): Locator =>
  page.getByRole('application', { name: 'Picture to draw on' });
export const proposalsOf = (page: Page): Locator => page.getByRole('region', { name: 'Proposals' });

/** Somebody sits down at the pictures; the most doubtful proposal is before them. */
export async function openPictures({ project }: Cast, { page }: Player, batchId: string): Promise<void> {
  await page.goto(project(`/work?batch=${batchId}`));
  await pictureShown(page);
}

/** The next picture is there, with what was proposed for it. */
export async function pictureShown(page: Page): Promise<void> {
  await expect(page.locator('[data-painted=true]')).toBeVisible(LONG);
  await expect(proposalsOf(page).getByText(/to look at/)).toBeAttached();
}
