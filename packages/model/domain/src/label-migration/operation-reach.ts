import type { AttributeValue, LabelSchema, MappingStep, MigrationOperation } from '@assay/contracts';
import { partOf, type SchemaPart } from './schema-parts.ts';

/** What of the stored answers an operation is about, for whoever counts them. */
export type OperationReach = {
  questionId: string;
  /** Where in the answer to look. */
  in: 'question' | 'single' | 'multiple' | 'regions' | 'cells' | 'relations';
  /** Labels, reasons or relations that were given. */
  ids: string[];
  /** Only where this attribute was answered, and with one of the values, if there are any. */
  attribute: string | null;
  values: AttributeValue[] | null;
  /** Of which somebody has to decide afterwards: all, those without an attribute, or without one of its values. */
  undecided: 'never' | 'always' | 'lacks' | 'not-in';
  of: string | null;
  among: AttributeValue[] | null;
};

/** What each operation is about; null of one that touches no answer. In the order of the operations. */
export function operationReach(
  schema: LabelSchema,
  operations: readonly MigrationOperation[],
  stepsOf: readonly (readonly MappingStep[])[],
): (OperationReach | null)[] {
  // What became something else earlier in the list is counted with what it became.
  const origins = new Map<string, string[]>();
  const from = (id: string): string[] => [id, ...(origins.get(id) ?? [])];
  return operations.map((operation, at) => {
    const reach = reachOf(schema, operation, stepsOf[at] ?? [], from);
    if (operation.kind === 'merge') {
      origins.set(operation.into, [
        ...(origins.get(operation.into) ?? []),
        ...operation.from.flatMap((id) => from(id)),
      ]);
    }
    return reach;
  });
}

const PLACE = { reason: 'cells', relation: 'relations', question: 'question' } as const;

function reachOf(
  schema: LabelSchema,
  operation: MigrationOperation,
  steps: readonly MappingStep[],
  from: (id: string) => string[],
): OperationReach | null {
  const part = partOf(schema, subjectOf(operation));
  if (part === null) return null;
  const base = {
    questionId: part.question.id,
    in: placeOf(part),
    attribute: null,
    values: null,
    undecided: 'never' as const,
    of: null,
    among: null,
  };
  switch (operation.kind) {
    case 'merge': {
      if (part.what === 'option') {
        const ids = from(part.label.id);
        return { ...base, ids, attribute: part.attribute.id, values: operation.from.flatMap(from) };
      }
      const always = steps.some((step) => step.kind === 'label' && step.undecided);
      return { ...base, ids: operation.from.flatMap(from), undecided: always ? 'always' : 'never' };
    }
    case 'split': {
      const ids = from(operation.labelId);
      if (operation.attributeId === null) return { ...base, ids, undecided: 'always' };
      const among = operation.parts.flatMap(({ values }) => values);
      const undecided = operation.rest === null ? 'never' : 'not-in';
      return { ...base, ids, undecided, of: operation.attributeId, among };
    }
    case 'require':
      if (part.what !== 'attribute') return null;
      return {
        ...base,
        ids: from(part.label.id),
        undecided: operation.required ? 'lacks' : 'never',
        of: part.item.id,
      };
    default:
      if (part.what === 'attribute') return { ...base, ids: from(part.label.id), attribute: part.item.id };
      if (part.what === 'option') {
        const values = from(part.item.id);
        return { ...base, ids: from(part.label.id), attribute: part.attribute.id, values };
      }
      return { ...base, ids: from(part.item.id) };
  }
}

function subjectOf(operation: MigrationOperation): string {
  if ('id' in operation) return operation.id;
  if ('attributeId' in operation && operation.kind !== 'split') return operation.attributeId;
  return operation.kind === 'merge' ? operation.into : operation.labelId;
}

function placeOf({ what, question }: SchemaPart): OperationReach['in'] {
  if (what === 'attribute' || what === 'option' || what === 'label') {
    return question.kind === 'regions' || question.kind === 'multiple' ? question.kind : 'single';
  }
  return PLACE[what];
}
