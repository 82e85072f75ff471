import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import type { Cast } from './cast.ts';
import {
  type Exported,
  fromCsv,
  fromJsonLines,
  type Manifest,
  readAnswers,
  readDocuments,
  rootsOf,
} from './exported.ts';
import type { Verdict } from './label.ts';
import { expect } from './patient.ts';
import { rootOfParts } from './roots.ts';

const LONG = { timeout: 60_000 };

/** The engineer freezes what was accepted. Gives the address of the version. */
export async function commit(
  { engineer: { page }, project }: Cast,
  expected: { samples: number; leftOut?: string },
): Promise<string> {
  await page.goto(project());
  await page.getByRole('link', { name: 'Versions', exact: true }).click();
  await page.getByRole('main').getByRole('link', { name: 'Commit a version' }).first().click();
  await page.getByRole('radio', { name: /^Accepted rows/ }).click();
  await page.getByRole('radio', { name: /^Only where all agree/ }).click();
  if (expected.leftOut !== undefined) await expect(page.getByText(expected.leftOut)).toBeVisible();
  await page.getByRole('textbox', { name: /What changed/ }).fill('The first look');
  await page.getByRole('button', { name: 'Commit', exact: true }).click();
  await page.waitForURL(/\/versions\/[0-9a-f-]+$/);
  const version = new URL(page.url()).pathname;
  await expect(page.getByRole('heading', { level: 1, name: 'Version 1' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Root', exact: true })).toBeVisible(LONG);
  await page.getByRole('link', { name: 'Samples', exact: true }).click();
  const samples = page.getByRole('table', { name: /Samples with their final labels/ });
  await expect(samples.getByRole('row')).toHaveCount(1 + expected.samples);
  return version;
}

export type ExportedFiles = { data: string; annotations: string; documents: string; manifest: Manifest };

/** Takes the file away that a link or button gives. */
export async function take(page: Page, by: Locator): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), by.click()]);
  return readFile(await download.path(), 'utf8');
}

/** Has an export of the release made, on its page, and takes its files away. */
export async function exportAs(page: Page, format: 'JSON Lines' | 'CSV'): Promise<ExportedFiles> {
  await page.getByRole('combobox', { name: 'Format' }).selectOption({ label: format });
  await page.getByRole('button', { name: 'Make the files' }).click();
  const data = format === 'CSV' ? /\.csv$/ : /-v1\.jsonl$/;
  const made = page
    .getByRole('table', { name: 'Files of the export' })
    .filter({ has: page.getByRole('link', { name: data }) });
  await expect(made).toBeVisible(LONG);
  const file = (name: RegExp) => take(page, made.getByRole('link', { name }));
  return {
    data: await file(data),
    annotations: await file(/-annotations\.jsonl$/),
    documents: await file(/-documents\.json$/),
    manifest: JSON.parse(await file(/-manifest\.json$/)),
  };
}

/**
 * Roots that are computed from the files alone are those of the manifest and of the page of the version. Gives the
 * records.
 */
export async function checkRoots(
  { engineer: { page } }: Cast,
  version: string,
  { jsonLines, csv }: { jsonLines: ExportedFiles; csv: ExportedFiles },
): Promise<Exported[]> {
  const records = fromJsonLines(jsonLines.data);
  const computed = {
    ...rootsOf(records),
    annotations: readAnswers(jsonLines.annotations).root,
    documents: readDocuments(jsonLines.documents).root,
  };
  expect(computed).toEqual(jsonLines.manifest.subroots);
  const ofCsv = fromCsv(csv.data, csv.manifest);
  expect(ofCsv).toHaveLength(records.length);
  expect(rootsOf(ofCsv)).toEqual(rootsOf(records));
  const root = rootOfParts(computed);
  for (const { manifest } of [jsonLines, csv]) {
    expect(manifest).toMatchObject({ root, subroots: computed, released: true });
  }
  await page.goto(version);
  for (const each of [root, ...Object.values(computed)]) {
    await expect(page.getByText(each, { exact: true })).toBeVisible();
  }
  return records;
}

export type Frozen = { verdict: Verdict; method: string; guidelines: number[] };

/** Of each row that is in the files: the final label, how it was decided, and by which guidelines it was answered. */
export function frozenRows(records: readonly Exported[], files: ExportedFiles): Map<number, Frozen> {
  const { labels, guidelines } = readDocuments(files.documents);
  const { answers } = readAnswers(files.annotations);
  return new Map(
    records.map(({ key, row, labels: [label] }) => {
      const [answer] = Object.values(label?.answers ?? {});
      const verdict = labels.get(answer?.label.labelId ?? '') === 'Sound' ? 'Sound' : 'Unsound';
      const own = answers.filter((each) => each.key === key).map(({ annotation }) => annotation);
      return [
        row + 1,
        {
          verdict,
          method: label?.method ?? 'none',
          guidelines: own.map((each) => guidelines.get(each.guidelineVersionId ?? '') ?? 0).sort(),
        },
      ];
    }),
  );
}
