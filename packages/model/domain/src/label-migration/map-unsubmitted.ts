import {
  type AnnotationAnswer,
  annotationAnswer,
  chosenLabel,
  type DraftChange,
  type DrawnChange,
  type MappingStep,
} from '@assay/contracts';
import { answerQuestionOf } from '../work/draft-fields.ts';
import { mapAnswer, mapDrawn, mapLabel } from './map-annotation.ts';

type Fields = DraftChange['set'];

/** Fields of a draft as they are after some migrations; what is no answer, or none that can be read, stays. */
export function mapFields(fields: Fields, steps: readonly MappingStep[]): Fields {
  if (steps.length === 0) return fields;
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [field, mapField(field, value, steps)]),
  );
}

/** One field of a draft as it is after some migrations. */
export function mapField(
  field: string,
  value: Fields[string],
  steps: readonly MappingStep[],
): Fields[string] {
  const questionId = answerQuestionOf(field);
  const read = questionId === null ? null : annotationAnswer.safeParse(value);
  if (questionId === null || read?.success !== true) return value;
  return mapAnswer(questionId, read.data, steps) as AnnotationAnswer & Fields[string];
}

/** A change of a drawing that was made under an older version of the label schema, as it is under the present one. */
export function mapDrawnChange(change: DrawnChange, steps: readonly MappingStep[]): DrawnChange {
  if (steps.length === 0) return change;
  return {
    ...change,
    added: change.added.map((record) => mapDrawn(record, steps)),
    updated: change.updated.map(({ id, values }) => ({ id, values: mapValues(values, steps) })),
  };
}

type Values = DrawnChange['updated'][number]['values'];

function mapValues(values: Values, steps: readonly MappingStep[]): Values {
  const label = chosenLabel.safeParse(values.label);
  const { labelId } = values;
  return {
    ...values,
    ...(label.success ? { label: mapLabel(label.data, steps).label } : {}),
    // A relation says its kind by the id alone.
    ...(typeof labelId === 'string' ? { labelId: mapRelationKind(labelId, steps) } : {}),
  };
}

function mapRelationKind(labelId: string, steps: readonly MappingStep[]): string {
  const relation = { type: 'relation' as const, id: labelId, from: labelId, to: labelId, labelId };
  return mapDrawn(relation, steps).labelId ?? labelId;
}
