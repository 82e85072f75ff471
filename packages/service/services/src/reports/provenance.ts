import type { Repositories } from '@assay/db';
import type { Provenance } from './pdf/report-pdf.ts';
import type { ReportRow } from './report-record.ts';

/** Where a report came from: the run that it is about, its recipe, engine and model, by name, number and hash. */
export async function provenanceOf(t: Repositories, row: ReportRow): Promise<Provenance> {
  const run = row.runId === null ? null : await t.runs.get(row.runId);
  const recipes = await t.recipes.versionNames(run?.recipeVersionId == null ? [] : [run.recipeVersionId]);
  const recipe = run?.recipeVersionId == null ? undefined : recipes.get(run.recipeVersionId);
  const model = run?.modelId == null ? null : await t.models.get(run.modelId);
  const version = run?.sourceVersionId == null ? null : await t.sources.version(run.sourceVersionId);
  return {
    reportId: row.id,
    sha256: row.documentSha256 ?? '',
    finishedAt: row.finishedAt ?? row.createdAt,
    made: [
      ...(run === null
        ? []
        : [
            { name: 'Run', value: `${run.number}, ${run.name} (${run.id})` },
            { name: 'Seed of the run', value: run.seed },
          ]),
      ...(recipe === undefined
        ? []
        : [{ name: 'Recipe', value: `${recipe.name}, version ${recipe.number}` }]),
      ...(version === null ? [] : [{ name: 'Version of the source', value: String(version.number) }]),
      ...(model === null
        ? []
        : [
            { name: 'Engine', value: `${model.method}, version ${model.engineVersion}` },
            { name: 'SHA-256 of the fitted model', value: model.sha256 },
          ]),
    ],
  };
}
