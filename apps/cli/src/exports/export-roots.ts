import { hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { type ExportManifest, exportColumn, type VersionPart } from '@assay/contracts';
import { csvRoots, jsonLinesRoots, recordOfCells, startExportRoots } from '@assay/formats';
import { canonicalJson, startContentRoot } from '@assay/ledger';
import { createTables } from '@assay/tables';
import { z } from 'zod';

const MEMORY_LIMIT_MB = 400;

/** By the platform, several times quicker than the portable one. */
export const platformSha256 = (bytes: Uint8Array): Uint8Array => hash('sha256', bytes, 'buffer');

export type PartRoots = Partial<Record<VersionPart, string>>;

/** Roots of samples and labels from the data alone; of CSV with the columns that its manifest tells. */
export async function dataRoots(
  file: string,
  manifest: Pick<ExportManifest, 'columns'> | null,
  scratch: string,
): Promise<PartRoots & { records: number }> {
  const text = () => createReadStream(file, { encoding: 'utf8' });
  if (file.endsWith('.jsonl')) return jsonLinesRoots(text(), platformSha256);
  if (file.endsWith('.csv')) {
    if (manifest === null)
      throw new SyntaxError('what the columns of a CSV are stands in its manifest alone');
    return csvRoots(text(), manifest.columns, platformSha256);
  }
  const tables = createTables({ memoryLimitMb: MEMORY_LIMIT_MB, threads: 2, tempDir: scratch });
  const roots = startExportRoots(platformSha256);
  let columns: z.infer<typeof exportColumn>[] = [];
  const rows = tables.readRecords(file, (said) => {
    columns = z.object({ columns: z.array(exportColumn) }).parse(JSON.parse(said)).columns;
    return columns;
  });
  for await (const cells of rows) roots.add(recordOfCells(columns, cells));
  return roots.end();
}

const annotationLine = z.object({ annotation: z.json(), id: z.string(), key: z.string() });

/** The root of all answers, from the file beside the data. */
export async function annotationsRoot(file: string): Promise<string> {
  const root = startContentRoot(platformSha256);
  for await (const line of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) {
    if (line === '') continue;
    const { annotation, id, key } = annotationLine.parse(JSON.parse(line));
    root.add(`${key}/${id}`, canonicalJson(annotation));
  }
  return root.end().root;
}

const documents = z.object({
  documents: z.array(z.looseObject({ kind: z.string(), versionId: z.string() })),
});

/** The root of the guidelines and label schemas, from the file beside the data. */
export async function documentsRoot(file: string): Promise<string> {
  const root = startContentRoot(platformSha256);
  for (const each of documents.parse(JSON.parse(await readFile(file, 'utf8'))).documents) {
    root.add(`${each.kind}/${each.versionId}`, canonicalJson(z.json().parse(each)));
  }
  return root.end().root;
}
