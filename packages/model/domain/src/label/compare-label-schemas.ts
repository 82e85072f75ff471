import type {
  AttributeOption,
  CellReason,
  Label,
  LabelAttribute,
  LabelQuestion,
  LabelSchema,
  RelationKind,
} from '@assay/contracts';
import { labelPath } from './label-tree.ts';
import type { SchemaId } from './schema-ids.ts';

/**
 * One thing that two versions of a label schema say differently. Things are the same by their ids, whatever they are
 * called: a new name is `renamed`, another parent `moved`, another order `reordered`.
 */
export type LabelSchemaDifference = {
  change: 'added' | 'removed' | 'renamed' | 'moved' | 'reordered' | 'deprecated' | 'restored' | 'changed';
  what: SchemaId['what'];
  /** Of the thing; of what holds the list where the order changed, null for the questions themselves. */
  id: string | null;
  /** Where it is: names from the question down, as they are now, or were where it is gone. */
  path: string[];
  /** Which field changed; null where the thing as a whole did. */
  field: string | null;
  before: unknown;
  after: unknown;
};

/** What two versions of a label schema say differently, in the order in which one reads it. */
export function compareLabelSchemas(before: LabelSchema, after: LabelSchema): LabelSchemaDifference[] {
  const differences: LabelSchemaDifference[] = [];
  if (before.subject !== after.subject) {
    differences.push({
      change: 'changed',
      what: 'question',
      id: null,
      path: [],
      field: 'subject',
      before: before.subject,
      after: after.subject,
    });
  }
  compareLists(before.questions, after.questions, {
    what: 'question',
    owner: null,
    path: [],
    differences,
    fields: [
      'kind',
      'prompt',
      'required',
      'min',
      'max',
      'minWords',
      'maxWords',
      'corrects',
      'maxLength',
      'columns',
    ],
    pathOf: (question) => [question.name],
    inside: (old, now) => compareQuestions(old, now, differences),
  });
  return differences;
}

function compareQuestions(
  old: LabelQuestion,
  now: LabelQuestion,
  differences: LabelSchemaDifference[],
): void {
  const path = [now.name];
  compareLists(labelsOf(old), labelsOf(now), {
    what: 'label',
    owner: now.id,
    path,
    differences,
    fields: ['description', 'colour', 'key', 'shapes', 'skeleton'],
    pathOf: (label, side) => [
      side === 'before' ? old.name : now.name,
      ...labelPath(labelsOf(side === 'before' ? old : now), label.id),
    ],
    inside: (was, is) =>
      compareAttributes(was, is, [now.name, ...labelPath(labelsOf(now), is.id)], differences),
  });
  compareLists(relationsOf(old), relationsOf(now), {
    what: 'relation',
    owner: now.id,
    path,
    differences,
    fields: ['description'],
    pathOf: (relation) => [...path, relation.name],
    inside: () => undefined,
  });
  compareLists(reasonsOf(old), reasonsOf(now), {
    what: 'reason',
    owner: now.id,
    path,
    differences,
    fields: ['description', 'key'],
    pathOf: (reason) => [...path, reason.name],
    inside: () => undefined,
  });
}

function compareAttributes(
  old: Label,
  now: Label,
  path: string[],
  differences: LabelSchemaDifference[],
): void {
  compareLists(old.attributes, now.attributes, {
    what: 'attribute',
    owner: now.id,
    path,
    differences,
    fields: ['kind', 'required', 'min', 'max', 'integer', 'maxLength'],
    pathOf: (attribute) => [...path, attribute.name],
    inside: (was, is) =>
      compareLists(optionsOf(was), optionsOf(is), {
        what: 'option',
        owner: is.id,
        path: [...path, is.name],
        differences,
        fields: [],
        pathOf: (option) => [...path, is.name, option.name],
        inside: () => undefined,
      }),
  });
}

const labelsOf = (question: LabelQuestion): readonly Label[] => ('labels' in question ? question.labels : []);
const reasonsOf = (question: LabelQuestion): readonly CellReason[] =>
  question.kind === 'cells' ? question.reasons : [];
const relationsOf = (question: LabelQuestion): readonly RelationKind[] =>
  question.kind === 'regions' ? question.relations : [];
const optionsOf = (attribute: LabelAttribute): readonly AttributeOption[] =>
  attribute.kind === 'single' ? attribute.options : [];

type Item = { id: string; name: string; deprecated?: boolean; parentId?: string | null };

type Lists<T> = {
  what: SchemaId['what'];
  owner: string | null;
  path: string[];
  differences: LabelSchemaDifference[];
  /** Fields that are compared as they are. */
  fields: readonly string[];
  pathOf: (item: T, side: 'before' | 'after') => string[];
  inside: (old: T, now: T) => void;
};

function compareLists<T extends Item>(before: readonly T[], after: readonly T[], lists: Lists<T>): void {
  const { what, differences } = lists;
  const old = new Map(before.map((item) => [item.id, item]));
  const now = new Map(after.map((item) => [item.id, item]));
  const add = (
    change: LabelSchemaDifference['change'],
    item: T,
    more: { field?: string; before?: unknown; after?: unknown } = {},
  ) =>
    differences.push({
      change,
      what,
      id: item.id,
      path: lists.pathOf(item, change === 'removed' ? 'before' : 'after'),
      field: more.field ?? null,
      before: more.before ?? null,
      after: more.after ?? null,
    });
  for (const item of before) if (!now.has(item.id)) add('removed', item, { before: item });
  for (const item of after) {
    const was = old.get(item.id);
    if (was === undefined) {
      add('added', item, { after: item });
      continue;
    }
    if (was.name !== item.name) add('renamed', item, { field: 'name', before: was.name, after: item.name });
    if ((was.parentId ?? null) !== (item.parentId ?? null)) {
      const above = (each: T, side: 'before' | 'after') => lists.pathOf(each, side).slice(1, -1);
      add('moved', item, { field: 'parentId', before: above(was, 'before'), after: above(item, 'after') });
    }
    if ((was.deprecated ?? false) !== (item.deprecated ?? false)) {
      add(item.deprecated ? 'deprecated' : 'restored', item, {
        field: 'deprecated',
        before: was.deprecated,
        after: item.deprecated,
      });
    }
    for (const field of lists.fields) {
      const [left, right] = [fieldOf(was, field), fieldOf(item, field)];
      if (JSON.stringify(left) !== JSON.stringify(right)) {
        add('changed', item, { field, before: left, after: right });
      }
    }
    lists.inside(was, item);
  }
  const [left, right] = [before.filter((item) => now.has(item.id)), after.filter((item) => old.has(item.id))];
  if (left.some((item, at) => item.id !== right[at]?.id)) {
    differences.push({
      change: 'reordered',
      what,
      id: lists.owner,
      path: lists.path,
      field: null,
      before: left.map((item) => item.name),
      after: right.map((item) => item.name),
    });
  }
}

function fieldOf(item: object, field: string): unknown {
  return Object.entries(item).find(([name]) => name === field)?.[1] ?? null;
}
