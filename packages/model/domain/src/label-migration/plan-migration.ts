import type {
  LabelMigration,
  LabelSchema,
  MappingStep,
  MigrationOperation,
  MigrationProblem,
} from '@assay/contracts';
import { checkLabelSchema } from '../label/check-label-schema.ts';
import { type OperationReach, operationReach } from './operation-reach.ts';
import { type NextId, planMerge, stepOf } from './plan-merge.ts';
import { planSplit } from './plan-split.ts';
import { MigrationRefusal, requirePart } from './schema-parts.ts';

export type PlannedMigration = {
  /** The schema's next version. */
  schema: LabelSchema;
  migration: LabelMigration;
  /** What each operation is about among the stored answers; null where it touches none. */
  reach: (OperationReach | null)[];
  /** What keeps it from being applied. */
  problems: MigrationProblem[];
};

const MOST_OPTIONS = 100;

/**
 * What some operations make of a label schema, and how answers are read then: labels that are gone from view stay in the
 * document, so that every id keeps its meaning. Operations are taken in order, each upon what those before it made.
 *
 * @param nextId ids for labels, attributes and options that are made
 */
export function planMigration(
  schema: LabelSchema,
  operations: readonly MigrationOperation[],
  nextId: NextId,
): PlannedMigration {
  const next = structuredClone(schema);
  const problems: MigrationProblem[] = [];
  const migration: LabelMigration = {
    type: 'assay.label-migration',
    version: 1,
    operations: [...operations],
    steps: [],
    undoSteps: [],
  };
  const made: MappingStep[][] = operations.map(() => []);
  for (const [at, operation] of operations.entries()) {
    try {
      const { steps, undoSteps } = applyOperation(next, operation, nextId);
      made[at] = steps;
      migration.steps.push(...steps);
      // What came last is undone first.
      migration.undoSteps.unshift(...undoSteps);
    } catch (error) {
      if (!(error instanceof MigrationRefusal)) throw error;
      problems.push({ operation: at, code: error.code, message: error.message, next: error.next });
    }
  }
  const known = new Set(errorsOf(schema, null).map(({ code, message }) => `${code} ${message}`));
  for (const { code, message, next: todo } of errorsOf(next, schema)) {
    if (!known.has(`${code} ${message}`)) problems.push({ operation: null, code, message, next: todo });
  }
  // Of a label that was deprecated before, answers alone follow.
  const isSame = JSON.stringify(next) === JSON.stringify(schema) && migration.steps.length === 0;
  if (isSame && problems.length === 0) {
    const message = 'Nothing would be different.';
    problems.push({ operation: null, code: 'nothing', message, next: 'Add what is to change.' });
  }
  return { schema: next, migration, reach: operationReach(schema, operations, made), problems };
}

const errorsOf = (schema: LabelSchema, before: LabelSchema | null) =>
  checkLabelSchema(schema, null, before).filter(({ severity }) => severity === 'error');

type Steps = Pick<LabelMigration, 'steps' | 'undoSteps'>;
const NONE: Steps = { steps: [], undoSteps: [] };

function applyOperation(schema: LabelSchema, operation: MigrationOperation, nextId: NextId): Steps {
  switch (operation.kind) {
    case 'rename': {
      const part = requirePart(
        schema,
        operation.id,
        'question',
        'label',
        'attribute',
        'option',
        'reason',
        'relation',
      );
      part.item.name = operation.name.trim();
      return NONE;
    }
    case 'deprecate': {
      const part = requirePart(schema, operation.id, 'label', 'option', 'reason', 'relation');
      part.item.deprecated = operation.deprecated;
      return NONE;
    }
    case 'move': {
      const { item, labels } = requirePart(schema, operation.labelId, 'label');
      if (operation.parentId !== null && !labels.some(({ id }) => id === operation.parentId)) {
        const message = `“${item.name}” can stand below labels of its question alone.`;
        throw new MigrationRefusal('unknown-parent', message, 'Choose another parent, or none.');
      }
      item.parentId = operation.parentId;
      return NONE;
    }
    case 'merge':
      return planMerge(schema, operation, nextId);
    case 'split':
      return planSplit(schema, operation, nextId);
    default:
      return changeAttribute(schema, operation, nextId);
  }
}

type AttributeOperation = Extract<
  MigrationOperation,
  { kind: 'add-option' | 'widen' | 'require' | 'drop-attribute' }
>;

function changeAttribute(schema: LabelSchema, operation: AttributeOperation, nextId: NextId): Steps {
  const { item, label } = requirePart(schema, operation.attributeId, 'attribute');
  switch (operation.kind) {
    case 'require':
      item.required = operation.required;
      return NONE;
    case 'drop-attribute':
      label.attributes.splice(label.attributes.indexOf(item), 1);
      return { steps: [{ ...stepOf(label.id, label.id), attributes: { [item.id]: null } }], undoSteps: [] };
    case 'add-option':
      if (item.kind !== 'single' || item.options.length >= MOST_OPTIONS) {
        const message = `“${item.name}” cannot have another option.`;
        throw new MigrationRefusal('no-option', message, `At most ${MOST_OPTIONS}, of a choice of one.`);
      }
      item.options.push({ id: nextId(), name: operation.name.trim(), deprecated: false });
      return NONE;
    case 'widen':
      widen(item, operation);
      return NONE;
  }
}

/** Only ever wider: in a narrower range, some of what was answered would have no place. */
function widen(
  item: { kind: string; name: string },
  { min, max, maxLength }: Extract<AttributeOperation, { kind: 'widen' }>,
): void {
  const narrower = () => {
    const message = `“${item.name}” would take less than before: answers outside of it would have no place.`;
    return new MigrationRefusal('narrower', message, 'Widen it, or save a version for new answers alone.');
  };
  const attribute = item as { kind: string; min?: number | null; max?: number | null; maxLength?: number };
  if (attribute.kind === 'number' && maxLength === undefined) {
    if (min !== undefined) {
      if (min !== null && (attribute.min == null || min > attribute.min)) throw narrower();
      attribute.min = min;
    }
    if (max !== undefined) {
      if (max !== null && (attribute.max == null || max < attribute.max)) throw narrower();
      attribute.max = max;
    }
  } else if (attribute.kind === 'text' && maxLength !== undefined) {
    if (attribute.maxLength !== undefined && maxLength < attribute.maxLength) throw narrower();
    attribute.maxLength = maxLength;
  } else {
    const message = `“${item.name}” has no such range.`;
    throw new MigrationRefusal('no-range', message, 'Numbers have bounds, texts a length.');
  }
}
