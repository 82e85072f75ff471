import { type Annotation, annotation, type LabelSchema, labelSchema } from '@assay/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assignLabelKeys, LABEL_KEYS } from './assign-label-keys.ts';
import { checkAnnotation } from './check-annotation.ts';
import { checkLabelSchema } from './check-label-schema.ts';
import { compareLabelSchemas } from './compare-label-schemas.ts';
import { labelPath, labelTree } from './label-tree.ts';
import { testId } from './test-schema.ts';

const soak = process.env.ASSAY_SOAK === '1' ? 100 : 1;
const numRuns = 200 * soak;

const COLUMNS = ['height', 'speed', 'remarks'];
const labelPlan = fc.record({
  parent: fc.option(fc.nat(20)),
  deprecated: fc.boolean(),
  attributes: fc.array(
    fc.record({
      kind: fc.constantFrom('boolean' as const, 'single' as const, 'number' as const, 'text' as const),
      required: fc.boolean(),
    }),
    { maxLength: 3 },
  ),
});
const questionPlan = fc.record({
  kind: fc.constantFrom(
    'single' as const,
    'multiple' as const,
    'rating' as const,
    'text' as const,
    'cells' as const,
  ),
  required: fc.boolean(),
  labels: fc.array(labelPlan, { minLength: 1, maxLength: 12 }),
});

/** Schemas that are sound by the way they are made: parents come first, and something is always offered. */
const soundSchema = fc.array(questionPlan, { minLength: 1, maxLength: 5 }).map((plans): LabelSchema => {
  let last = 0;
  const next = () => {
    last += 1;
    return testId(last);
  };
  const questions = plans.map(({ kind, required, labels }, at) => {
    const base = { kind, id: next(), name: `Question ${at}`, required };
    if (kind === 'rating') return { ...base, min: 1, max: 7 };
    if (kind === 'text') return { ...base, corrects: required ? 'remarks' : null, maxLength: 10 };
    if (kind === 'cells') {
      const reasons = labels.map((plan, r) => ({
        id: next(),
        name: `Reason ${r}`,
        deprecated: r > 0 && plan.deprecated,
      }));
      return { ...base, columns: required ? ['height', 'speed'] : null, reasons };
    }
    const ids = labels.map(next);
    return {
      ...base,
      labels: labels.map((plan, l) => ({
        id: ids[l],
        name: `Label ${l}`,
        parentId: plan.parent === null || l === 0 ? null : ids[plan.parent % l],
        deprecated: l > 0 && plan.deprecated,
        attributes: plan.attributes.map((attribute, a) => ({
          ...attribute,
          id: next(),
          name: `Attribute ${a}`,
          ...(attribute.kind === 'single' ? { options: [{ id: next(), name: 'Option' }] } : {}),
          ...(attribute.kind === 'number' ? { min: 0, max: 9, integer: true } : {}),
        })),
      })),
    };
  });
  return labelSchema.parse({ type: 'assay.label-schema', version: 1, subject: 'row', questions });
});

/** An annotation that answers everything, `pick` choosing among what is offered. */
function answerAll(schema: LabelSchema, pick: (many: number) => number): Annotation {
  const one = <T>(items: readonly T[]): T => {
    const item = items[pick(items.length)];
    if (item === undefined) throw new Error('Nothing is offered.');
    return item;
  };
  const choose = (question: Extract<LabelSchema['questions'][number], { kind: 'single' | 'multiple' }>) => {
    const label = one(question.labels.filter((each) => !each.deprecated));
    const values = label.attributes.map((attribute) => {
      if (attribute.kind === 'single') return [attribute.id, one(attribute.options).id];
      if (attribute.kind === 'number') return [attribute.id, pick(10)];
      return [attribute.id, attribute.kind === 'boolean' ? pick(2) === 1 : 'text'];
    });
    return { labelId: label.id, attributes: Object.fromEntries(values) };
  };
  const answerTo = (question: LabelSchema['questions'][number]): object => {
    switch (question.kind) {
      case 'single':
        return { label: choose(question) };
      case 'multiple':
        return { labels: [choose(question)] };
      case 'rating':
        return { value: question.min + pick(question.max - question.min + 1) };
      case 'text':
        return { text: '🦢'.repeat(1 + pick(question.maxLength)) };
      case 'cells': {
        const { id: reasonId } = one(question.reasons.filter((each) => !each.deprecated));
        return { flags: [{ column: one(question.columns ?? COLUMNS), reasonId }] };
      }
      case 'regions':
        throw new Error('Rows have no regions.');
    }
  };
  const answers = schema.questions.map((each) => [each.id, { kind: each.kind, ...answerTo(each) }]);
  return annotation.parse({ type: 'assay.annotation', version: 1, answers: Object.fromEntries(answers) });
}

const picks = fc.infiniteStream(fc.nat(1_000_000)).map((stream) => (many: number) => {
  const { value } = stream.next();
  return (value ?? 0) % many;
});

test('sound schemas have no errors, and keys can be given to their labels without making any', () => {
  fc.assert(
    fc.property(soundSchema, (schema) => {
      const keyed = { ...schema, questions: schema.questions.map(assignLabelKeys) };
      for (const each of [schema, keyed]) {
        expect(checkLabelSchema(each, COLUMNS).filter(({ severity }) => severity === 'error')).toEqual([]);
      }
      // Giving keys again changes nothing, and everything that can have a key has one.
      expect({ ...keyed, questions: keyed.questions.map(assignLabelKeys) }).toEqual(keyed);
      for (const question of keyed.questions) {
        if (question.kind !== 'single' && question.kind !== 'multiple') continue;
        const offered = question.labels.filter((label) => !label.deprecated);
        const withKey = offered.filter((label) => label.key !== null).length;
        expect(withKey).toBe(Math.min(offered.length, LABEL_KEYS.length));
      }
    }),
    { numRuns },
  );
});

test('an answer to everything that is offered is accepted; what is required is missed when it is taken away', () => {
  fc.assert(
    fc.property(soundSchema, picks, (schema, pick) => {
      const whole = answerAll(schema, pick);
      expect(checkAnnotation(schema, whole, COLUMNS)).toEqual([]);
      for (const question of schema.questions) {
        const answers = { ...whole.answers };
        delete answers[question.id];
        const missed = checkAnnotation(schema, { ...whole, answers }, COLUMNS);
        expect(missed.map(({ code, questionId }) => [code, questionId])).toEqual(
          question.required ? [['missing-answer', question.id]] : [],
        );
      }
    }),
    { numRuns },
  );
});

test('deprecating what was answered makes exactly that answer unacceptable', () => {
  fc.assert(
    fc.property(soundSchema, picks, (schema, pick) => {
      const whole = answerAll(schema, pick);
      const question = schema.questions.find((each) => each.kind === 'single');
      fc.pre(question !== undefined);
      const answer = whole.answers[question.id];
      if (answer?.kind !== 'single') throw new Error('It was not answered.');
      const later = structuredClone(schema);
      for (const each of later.questions) {
        if (!('labels' in each)) continue;
        for (const label of each.labels) if (label.id === answer.label.labelId) label.deprecated = true;
      }
      expect(checkAnnotation(later, whole, COLUMNS)).toMatchObject([
        { code: 'deprecated-label', questionId: question.id },
      ]);
    }),
    { numRuns },
  );
});

test('no difference with itself, some with whatever differs, and additions are removals backwards', () => {
  fc.assert(
    fc.property(soundSchema, soundSchema, (before, after) => {
      expect(compareLabelSchemas(before, structuredClone(before))).toEqual([]);
      const forwards = compareLabelSchemas(before, after);
      if (JSON.stringify(before) !== JSON.stringify(after)) expect(forwards).not.toEqual([]);
      const backwards = compareLabelSchemas(after, before);
      const ids = (list: typeof forwards, change: string) =>
        list.flatMap((each) => (each.change === change ? [each.id] : [])).sort();
      expect(ids(forwards, 'added')).toEqual(ids(backwards, 'removed'));
      expect(ids(forwards, 'removed')).toEqual(ids(backwards, 'added'));
      for (const change of ['renamed', 'moved', 'changed']) {
        expect(ids(forwards, change)).toEqual(ids(backwards, change));
      }
    }),
    { numRuns },
  );
});

test('the tree holds each label once, parents first; paths end with the label, whatever the parents say', () => {
  const wild = fc.array(fc.option(fc.nat(15)), { maxLength: 12 }).map((parents) =>
    parents.map((parent, at) => ({
      id: testId(at),
      name: `Label ${at}`,
      description: '',
      parentId: parent === null ? null : testId(parent),
      colour: 'grey' as const,
      key: null,
      attributes: [],
      deprecated: false,
    })),
  );
  fc.assert(
    fc.property(wild, (labels) => {
      const tree = labelTree(labels);
      expect(tree.map(({ label }) => label.id).sort()).toEqual(labels.map((label) => label.id).sort());
      for (const label of labels) expect(labelPath(labels, label.id).at(-1)).toBe(label.name);
    }),
    { numRuns },
  );
  fc.assert(
    fc.property(soundSchema, (schema) => {
      for (const question of schema.questions) {
        if (question.kind !== 'single') continue;
        const tree = labelTree(question.labels);
        for (const { label, depth } of tree) {
          expect(labelPath(question.labels, label.id)).toHaveLength(depth + 1);
        }
      }
    }),
    { numRuns },
  );
});
