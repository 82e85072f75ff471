import { finalLabel, type LabelDistribution, type LabelSchema } from '@assay/contracts';
import { answerValues } from '@assay/domain';
import type { Entry } from './version-entries.ts';

/** So many different answers of a question are listed. */
const MOST_VALUES = 100;

/** How often each answer is the final one, by label schema and question. */
export function distributionOf(
  labels: readonly Entry[],
  schemas: ReadonlyMap<string, LabelSchema>,
  names: ReadonlyMap<string, { name: string; number: number }>,
): LabelDistribution[] {
  const bySchema = new Map<
    string,
    { labelled: number; questions: Map<string, { answered: number; values: Map<string, number> }> }
  >();
  for (const entry of labels) {
    const schema = schemas.get(entry.id);
    if (schema === undefined || entry.text === null) continue;
    const { answers } = finalLabel.parse(JSON.parse(entry.text));
    const counted = bySchema.get(entry.id) ?? { labelled: 0, questions: new Map() };
    bySchema.set(entry.id, counted);
    counted.labelled += 1;
    for (const question of schema.questions) {
      const answer = answers[question.id];
      if (answer === undefined) continue;
      const own = counted.questions.get(question.id) ?? { answered: 0, values: new Map<string, number>() };
      counted.questions.set(question.id, own);
      own.answered += 1;
      for (const value of answerValues(question, answer))
        own.values.set(value, (own.values.get(value) ?? 0) + 1);
    }
  }
  return [...bySchema]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([labelSchemaId, { labelled, questions }]) => ({
      labelSchemaId,
      labelSchema: names.get(labelSchemaId)?.name ?? labelSchemaId,
      number: names.get(labelSchemaId)?.number ?? 0,
      labelled,
      questions: (schemas.get(labelSchemaId)?.questions ?? []).map((question) => ({
        id: question.id,
        name: question.name,
        kind: question.kind,
        answered: questions.get(question.id)?.answered ?? 0,
        values: [...(questions.get(question.id)?.values ?? [])]
          .map(([value, count]) => ({ value, count }))
          .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
          .slice(0, MOST_VALUES),
      })),
    }));
}
