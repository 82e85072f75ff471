import type { LabelSchema, MigrationOperation, MigrationOperationKind } from '@assay/contracts';
import { partOf, type SchemaPart } from './schema-parts.ts';

/** An operation with names in place of ids. */
export type OperationWords = {
  kind: MigrationOperationKind;
  /** What it is about; null where the schema has nothing with the id. */
  what: SchemaPart['what'] | null;
  /** Names from the question down to what it is about. */
  path: string[];
  /** Of several: what becomes another one, or what is made. */
  names: string[];
  /** The new name, parent, or what the others become; null where there is none. */
  to: string | null;
};

/** What an operation does to a label schema, in the schema's own names. */
export function describeOperation(schema: LabelSchema, operation: MigrationOperation): OperationWords {
  const named = (id: string): string => partOf(schema, id)?.item.name ?? id;
  const about = (id: string, names: string[], to: string | null): OperationWords => {
    const part = partOf(schema, id);
    return { kind: operation.kind, what: part?.what ?? null, path: pathOf(part), names, to };
  };
  switch (operation.kind) {
    case 'rename':
      return about(operation.id, [], operation.name);
    case 'deprecate':
      return about(operation.id, [], operation.deprecated ? 'deprecated' : null);
    case 'move':
      return about(operation.labelId, [], operation.parentId === null ? null : named(operation.parentId));
    case 'merge':
      return about(operation.into, operation.from.map(named), named(operation.into));
    case 'split':
      return about(
        operation.labelId,
        operation.parts.map(({ name }) => name),
        operation.attributeId === null ? null : named(operation.attributeId),
      );
    case 'add-option':
      return about(operation.attributeId, [operation.name], null);
    case 'require':
      return about(operation.attributeId, [], operation.required ? 'required' : null);
    default:
      return about(operation.attributeId, [], null);
  }
}

function pathOf(part: SchemaPart | null): string[] {
  if (part === null) return [];
  const { question, item } = part;
  if (part.what === 'question') return [item.name];
  if (part.what === 'attribute') return [question.name, part.label.name, item.name];
  if (part.what === 'option') return [question.name, part.label.name, part.attribute.name, item.name];
  return [question.name, item.name];
}
