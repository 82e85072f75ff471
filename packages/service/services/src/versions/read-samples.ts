import { type ChunkRef, finalLabel, type LabelMethod, type VersionRun } from '@assay/contracts';
import { type Actor, answerText } from '@assay/domain';
import type { CellValue } from '@assay/tables';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { rowSampleKey } from '../work/sample-key.ts';
import { namesOf } from './read-versions.ts';
import { chunkPath } from './version-entries.ts';
import { documentsOfVersion, labelsOfVersion, membersOf, schemasAmong } from './version-labels.ts';
import { requireManifest, requireVersion } from './version-record.ts';

export type SampleOfVersion = {
  key: string;
  run: number;
  row: number;
  /** Null where the file with the row is lost. */
  values: { name: string; value: CellValue }[] | null;
  labels: {
    labelSchema: string;
    method: LabelMethod;
    support: number | null;
    by: { pseudonym: string; name: string | null }[];
    answers: { question: string; text: string }[];
  }[];
};

/** Samples of a version with their final labels, in the order of runs and rows. */
export async function listSamples(
  deps: Deps,
  actor: Actor,
  input: { versionId: string; from: number; limit: number },
): Promise<{ total: number; samples: SampleOfVersion[]; next: number | null }> {
  const { manifest, names } = await query(deps, actor, async (t) => {
    const row = await requireVersion(t, input.versionId);
    return { manifest: requireManifest(row), names: await namesOf(t, row.projectId) };
  });
  const members = await membersOf(deps, manifest);
  const places: { run: VersionRun; row: number }[] = [];
  let passed = 0;
  for (const run of manifest.runs) {
    const rows = members === null ? null : (members.get(run.number) ?? []);
    const count = rows?.length ?? run.rows;
    for (let at = Math.max(0, input.from - passed); at < count && places.length < input.limit; at += 1) {
      places.push({ run, row: rows?.[at] ?? at });
    }
    passed += count;
  }
  const { byKey } = await labelsOfVersion(deps, actor.orgId, manifest);
  const schemas = schemasAmong(await documentsOfVersion(deps, manifest));
  const samples: SampleOfVersion[] = [];
  for (const { run, row } of places) {
    const labels = [...schemas].flatMap(([id, { name, document }]) => {
      const text = byKey.get(`${run.number}/${row}/${id}`);
      if (text === undefined) return [];
      const label = finalLabel.parse(JSON.parse(text));
      return [
        {
          labelSchema: name,
          method: label.method,
          support: label.support,
          by: label.by.map((pseudonym) => ({ pseudonym, name: names.get(pseudonym) ?? null })),
          answers: document.questions.flatMap((question) => {
            const answer = label.answers[question.id];
            return answer === undefined
              ? []
              : [{ question: question.name, text: answerText(question, answer) }];
          }),
        },
      ];
    });
    samples.push({ key: rowSampleKey(run.runId, row), run: run.number, row, values: null, labels });
  }
  await fillValues(deps, places, samples);
  const next = input.from + samples.length;
  return { total: manifest.counts.samples, samples, next: next < manifest.counts.samples ? next : null };
}

/** Reads the rows file by file, so that one that is lost takes away its own rows only. */
async function fillValues(
  deps: Deps,
  places: readonly { run: VersionRun; row: number }[],
  samples: SampleOfVersion[],
): Promise<void> {
  const files = new Map<string, { chunk: ChunkRef; at: number[] }>();
  for (const [at, { run, row }] of places.entries()) {
    const chunk = run.chunks.find((each) => row >= each.rowStart && row < each.rowStart + each.rows);
    if (chunk === undefined) continue;
    const own = files.get(chunk.key) ?? { chunk, at: [] };
    own.at.push(at);
    files.set(chunk.key, own);
  }
  for (const { chunk, at } of files.values()) {
    if ((await deps.storage.head(chunk.key)) === null) continue;
    const columns = places[at[0] ?? 0]?.run.columns ?? [];
    const reader = await deps.tables.open(
      { type: 'assay.table-manifest', version: 1, columns, rows: chunk.rows, chunks: [chunk] },
      (each) => chunkPath(deps, each, 'the samples'),
    );
    try {
      for (const each of at) {
        const sample = samples[each];
        const cells = sample === undefined ? null : await reader.row(sample.row);
        if (sample === undefined || cells === null) continue;
        sample.values = reader.manifest.columns.map((column, i) => ({
          name: column.name,
          value: cells[i] ?? null,
        }));
      }
    } finally {
      await reader.close();
    }
  }
}
