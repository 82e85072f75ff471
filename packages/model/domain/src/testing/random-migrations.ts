import {
  type Annotation,
  type AnnotationAnswer,
  annotation,
  type ChosenLabel,
  type Label,
  type LabelSchema,
  type MigrationOperation,
} from '@assay/contracts';
import { planMigration } from '../label-migration/plan-migration.ts';

/** Chooses one of so many, from 0. */
export type Pick = (many: number) => number;

export function one<T>(items: readonly T[], pick: Pick): T {
  const item = items[pick(items.length)];
  if (item === undefined) throw new Error('There is nothing to choose from.');
  return item;
}

/** A label with values of attributes, now and then without those that may be left out. */
function chosenOf(label: Label, pick: Pick): ChosenLabel {
  const values = label.attributes.flatMap((attribute): [string, string | number | boolean][] => {
    if (!attribute.required && pick(3) === 0) return [];
    switch (attribute.kind) {
      case 'boolean':
        return [[attribute.id, pick(2) === 1]];
      case 'text':
        return [[attribute.id, 'a'.repeat(1 + pick(Math.min(3, attribute.maxLength)))]];
      case 'number':
        return [[attribute.id, (attribute.min ?? 0) + pick(2)]];
      case 'single': {
        const options = attribute.options.filter((option) => !option.deprecated);
        return options.length === 0 ? [] : [[attribute.id, one(options, pick).id]];
      }
      default:
        return [];
    }
  });
  return { labelId: label.id, attributes: Object.fromEntries(values) };
}

/** An annotation that is sound under a label schema. */
export function randomAnnotation(schema: LabelSchema, pick: Pick): Annotation {
  const answers: [string, AnnotationAnswer][] = schema.questions.flatMap(
    (question): [string, AnnotationAnswer][] => {
      const { id, kind } = question;
      if (kind === 'single' || kind === 'multiple') {
        const offered = question.labels.filter((label) => !label.deprecated);
        if (offered.length === 0) return [];
        if (kind === 'single') return [[id, { kind, label: chosenOf(one(offered, pick), pick) }]];
        const labels = offered.filter(() => pick(2) === 0).map((label) => chosenOf(label, pick));
        return [[id, { kind, labels }]];
      }
      if (kind === 'rating') return [[id, { kind, value: question.min }]];
      if (kind === 'text') return [[id, { kind, text: 'said' }]];
      if (kind === 'cells') {
        const flags = (question.columns ?? []).flatMap((column) =>
          question.reasons
            .filter((reason) => !reason.deprecated && pick(2) === 0)
            .map(({ id: reasonId }) => ({ column, reasonId, note: '', span: null })),
        );
        return [[id, { kind, flags }]];
      }
      const offered = question.labels.filter((label) => !label.deprecated);
      const regions = Array.from({ length: pick(4) }, (_, at) => {
        const label = one(offered, pick);
        return {
          type: 'region' as const,
          id: idOf(9000 + at),
          geometry: geometryOf(label.shapes),
          label: chosenOf(label, pick),
          order: at,
          groupId: null,
        };
      });
      const kinds = question.relations.filter((relation) => !relation.deprecated);
      const relations = regions.slice(1).flatMap((region, at) =>
        kinds.length === 0
          ? []
          : [
              {
                type: 'relation' as const,
                id: idOf(9500 + at),
                from: region.id,
                to: idOf(9000),
                labelId: one(kinds, pick).id,
              },
            ],
      );
      // Some were proposed and rejected: they lie beside the answer.
      const proposal = { confidence: 0.5, state: 'rejected' as const, reason: 'duplicate' as const };
      const rejected = regions.map((region, at) => ({ ...region, id: idOf(9800 + at), proposal }));
      return [[id, { kind, regions, relations, ...(pick(2) === 0 ? { rejected } : {}) }]];
    },
  );
  return annotation.parse({ type: 'assay.annotation', version: 1, answers: Object.fromEntries(answers) });
}

const idOf = (at: number): string => `00000000-0000-4000-9000-${String(at).padStart(12, '0')}`;

function geometryOf(shapes: readonly string[]) {
  if (shapes.includes('box')) {
    return { kind: 'box' as const, version: 1 as const, x: 1, y: 2, width: 3, height: 4 };
  }
  const points = [
    [0, 0],
    [5, 0],
    [5, 5],
  ].map(([x = 0, y = 0]) => ({ x, y }));
  return { kind: 'polygon' as const, version: 1 as const, points };
}

/** Ids that are made one after another. */
export function idsFrom(start: number): () => string {
  let last = start;
  return () => {
    last += 1;
    return idOf(last);
  };
}

/** Operations that can be done to a schema, each upon what those before it made. */
export function randomOperations(schema: LabelSchema, pick: Pick, most: number): MigrationOperation[] {
  const operations: MigrationOperation[] = [];
  let now = schema;
  for (let tries = 0; tries < most * 4 && operations.length < most; tries += 1) {
    const operation = randomOperation(now, pick);
    if (operation === null) continue;
    const planned = planMigration(schema, [...operations, operation], idsFrom(0));
    if (planned.problems.length > 0) continue;
    operations.push(operation);
    now = withKnown(planned.schema, schema);
  }
  return operations;
}

/** Only what the schema itself had can be named by an operation on it. */
function withKnown(next: LabelSchema, before: LabelSchema): LabelSchema {
  const known = JSON.stringify(before);
  const there = <T extends { id: string }>(items: T[]): T[] => items.filter(({ id }) => known.includes(id));
  const copy = structuredClone(next);
  for (const question of copy.questions) {
    if (question.kind === 'cells') question.reasons = there(question.reasons);
    if (question.kind === 'regions') question.labels = there(question.labels);
    if (question.kind === 'single' || question.kind === 'multiple') question.labels = there(question.labels);
    if (!('labels' in question)) continue;
    for (const label of question.labels) {
      label.attributes = there(label.attributes);
      for (const attribute of label.attributes) {
        if (attribute.kind === 'single') attribute.options = there(attribute.options);
      }
    }
  }
  return copy;
}

function randomOperation(schema: LabelSchema, pick: Pick): MigrationOperation | null {
  const question = one(schema.questions, pick);
  if (question.kind === 'cells') {
    const ids = question.reasons.map(({ id }) => id);
    return { kind: 'merge', from: [one(ids, pick)], into: one(ids, pick) };
  }
  if (!('labels' in question)) return { kind: 'rename', id: question.id, name: `Other ${pick(100)}` };
  const labels: readonly Label[] = question.labels;
  const label = one(labels, pick);
  const attribute = label.attributes.length === 0 ? null : one(label.attributes, pick);
  switch (pick(8)) {
    case 0:
      return { kind: 'rename', id: label.id, name: `Named ${pick(1000)}` };
    case 1:
    case 2:
      return { kind: 'merge', from: [one(labels, pick).id], into: label.id };
    case 3:
      return { kind: 'move', labelId: label.id, parentId: one(labels, pick).id };
    case 4:
      return attribute === null ? null : { kind: 'drop-attribute', attributeId: attribute.id };
    case 5:
      if (attribute?.kind !== 'single' || attribute.options.length < 2) return null;
      return {
        kind: 'merge',
        from: [one(attribute.options, pick).id],
        into: one(attribute.options, pick).id,
      };
    default: {
      const by = label.attributes.find(({ kind }) => kind === 'boolean' || kind === 'single');
      const values =
        by?.kind === 'boolean' ? [true, false] : by?.kind === 'single' ? by.options.map(({ id }) => id) : [];
      const isByHand = by === undefined || pick(4) === 0;
      const names = [`First ${pick(1000)}`, `Second ${pick(1000)}`];
      return {
        kind: 'split',
        labelId: label.id,
        attributeId: isByHand ? null : by.id,
        parts: names.map((name, at) => ({
          name,
          values: isByHand ? [] : values.filter((_, place) => place % 2 === at),
        })),
        rest: isByHand || pick(2) === 0 ? pick(2) : null,
      };
    }
  }
}
