import { type Annotation, annotation, type LabelSchema, labelSchema } from '@assay/contracts';
import type { Repositories, SettledSample, UndecidedSample } from '@assay/db';
import { decideLabel } from '@assay/domain';
import { asJson } from '../sources/source-record.ts';

/** Samples whose answers are read and weighed at once: others are served in between. */
const PART = 1_000;

/** Of samples whose answers differ, those that have a label by what most say, with it. */
export async function settleUndecided(
  t: Repositories,
  undecided: readonly UndecidedSample[],
): Promise<SettledSample[]> {
  const schemas = new Map<string, LabelSchema>();
  for (const id of new Set(undecided.map((each) => each.schemaVersionId))) {
    const version = await t.labelSchemas.version(id);
    if (version !== null) schemas.set(id, labelSchema.parse(version.document));
  }
  const settled: SettledSample[] = [];
  for (let from = 0; from < undecided.length; from += PART) {
    const part = undecided.slice(from, from + PART);
    const rows = await t.costs.payloads(part.flatMap((each) => each.answerIds));
    const payloads = new Map(rows.map(({ id, payload }) => [id, payload]));
    for (const { runId, sampleKey, labelSchemaId, schemaVersionId, answerIds } of part) {
      const schema = schemas.get(schemaVersionId);
      const answers = answerIds.flatMap((id): Annotation[] => {
        const payload = payloads.get(id);
        return payload === undefined ? [] : [annotation.parse(payload)];
      });
      const decided = schema === undefined ? null : decideLabel(schema, answers, 'majority');
      if (decided?.ok !== true) continue;
      settled.push({ runId, sampleKey, labelSchemaId, answers: asJson(decided.answers) });
    }
  }
  return settled;
}
