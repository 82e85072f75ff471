import { type LabelSchema, type MigrationOperation, migrationOperation } from '@assay/contracts';
import { type Act, choicesOf } from './schema-choices.ts';

/** A part that a label is split into, as it is written. Values are ids of options, or true and false in words. */
export type PartDraft = { name: string; values: readonly string[] };

/** An operation as it is being written. */
export type OperationDraft = {
  act: Act;
  /** What it is about. */
  id: string | null;
  name: string;
  /** What becomes it. */
  from: readonly string[];
  parentId: string | null;
  /** The attribute that a label is split by; null: by hand. */
  attributeId: string | null;
  parts: readonly PartDraft[];
  rest: number | null;
  min: number | null;
  max: number | null;
  maxLength: number | null;
};

export const newDraft = (act: Act): OperationDraft => ({
  act,
  id: null,
  name: '',
  from: [],
  parentId: null,
  attributeId: null,
  parts: [],
  rest: null,
  min: null,
  max: null,
  maxLength: null,
});

/** The draft about something else: with what that begins with. */
export function aboutChoice(draft: OperationDraft, schema: LabelSchema, id: string): OperationDraft {
  const all = choicesOf(schema);
  const chosen = all.find((each) => each.id === id);
  const next = { ...newDraft(draft.act), id };
  if (draft.act === 'rename') return { ...next, name: chosen?.name ?? '' };
  if (draft.act === 'split') return splitBy(next, schema, null);
  const attribute = chosen?.attribute ?? null;
  if (attribute?.kind === 'number') return { ...next, min: attribute.min, max: attribute.max };
  if (attribute?.kind === 'text') return { ...next, maxLength: attribute.maxLength };
  return next;
}

/** The attributes that a label can be split by. */
export const splitters = (schema: LabelSchema, labelId: string | null) =>
  choicesOf(schema).filter(
    ({ ownerId, attribute }) =>
      ownerId === labelId && (attribute?.kind === 'single' || attribute?.kind === 'boolean'),
  );

/** The values of such an attribute; of yes and no, their words are the screen's. */
export function valuesOf(
  schema: LabelSchema,
  attributeId: string | null,
): { value: string; name: string | null }[] {
  const attribute = choicesOf(schema).find(({ id }) => id === attributeId)?.attribute;
  if (attribute?.kind === 'single') return attribute.options.map(({ id, name }) => ({ value: id, name }));
  if (attribute?.kind !== 'boolean') return [];
  return ['true', 'false'].map((value) => ({ value, name: null }));
}

/** A label split by an attribute begins with a part for each of its values; by hand, with two that are named. */
export function splitBy(
  draft: OperationDraft,
  schema: LabelSchema,
  attributeId: string | null,
  /** What is said of an attribute of yes and no. */
  wordOf: (value: string) => string = (value) => value,
): OperationDraft {
  const all = choicesOf(schema);
  const label = all.find(({ id }) => id === draft.id)?.name ?? '';
  const attribute = all.find(({ id }) => id === attributeId)?.name ?? '';
  const values = valuesOf(schema, attributeId).slice(0, MOST_PARTS);
  const parts =
    attributeId === null
      ? [1, 2].map((at) => ({ name: `${label} ${at}`, values: [] }))
      : values.map(({ value, name }) => ({
          name: `${label} (${name ?? `${attribute}: ${wordOf(value)}`})`.slice(0, 120),
          values: [value],
        }));
  // By hand nothing says where an answer goes: until it is decided, to the first.
  return { ...draft, attributeId, parts, rest: attributeId === null ? 0 : null };
}

/** The most parts of one label. */
export const MOST_PARTS = 20;

/** The operation that a draft says; null while something of it is missing. */
export function operationOf(draft: OperationDraft, schema: LabelSchema): MigrationOperation | null {
  const read = migrationOperation.safeParse(written(draft, schema));
  return read.success ? read.data : null;
}

function written(draft: OperationDraft, schema: LabelSchema): unknown {
  const { act, id, attributeId } = draft;
  const name = draft.name.trim();
  switch (act) {
    case 'rename':
      return { kind: 'rename', id, name };
    case 'deprecate':
    case 'restore':
      return { kind: 'deprecate', id, deprecated: act === 'deprecate' };
    case 'move':
      return { kind: 'move', labelId: id, parentId: draft.parentId };
    case 'merge':
      return { kind: 'merge', from: draft.from, into: id };
    case 'split': {
      const isBoolean =
        choicesOf(schema).find((each) => each.id === attributeId)?.attribute?.kind === 'boolean';
      const parts = draft.parts.map((part) => ({
        name: part.name.trim(),
        values: isBoolean ? part.values.map((value) => value === 'true') : part.values,
      }));
      return { kind: 'split', labelId: id, attributeId, parts, rest: draft.rest };
    }
    case 'add-option':
      return { kind: 'add-option', attributeId: id, name };
    case 'widen': {
      const attribute = choicesOf(schema).find((each) => each.id === id)?.attribute;
      const range =
        attribute?.kind === 'text'
          ? { maxLength: draft.maxLength ?? undefined }
          : { min: draft.min, max: draft.max };
      return { kind: 'widen', attributeId: id, ...range };
    }
    case 'require':
    case 'unrequire':
      return { kind: 'require', attributeId: id, required: act === 'require' };
    default:
      return { kind: 'drop-attribute', attributeId: id };
  }
}
