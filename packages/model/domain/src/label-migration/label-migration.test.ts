import type { Annotation, LabelSchema, MappingStep } from '@assay/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAnnotation } from '../label/check-annotation.ts';
import { birdSchema, sceneSchema, testId } from '../label/test-schema.ts';
import { idsFrom, type Pick, randomAnnotation, randomOperations } from '../testing/random-migrations.ts';
import { describeOperation } from './describe-operation.ts';
import { mapAnnotation } from './map-annotation.ts';
import { mapDrawnChange, mapFields } from './map-unsubmitted.ts';
import { planMigration } from './plan-migration.ts';
import { type AppliedMigration, stepsSince, undoableMigration } from './steps-since.ts';
import { goneFromSchema, undoMigration } from './undo-migration.ts';

const numRuns = process.env.ASSAY_SOAK === '1' ? 20_000 : 300;
const COLUMNS = ['height', 'speed', 'remarks'];
const picks = fc.infiniteStream(fc.nat(1_000_000)).map((stream): Pick => {
  return (many) => (stream.next().value ?? 0) % many;
});
const schemas = fc.constantFrom(birdSchema(), sceneSchema());

/** Everything that was said with a label: its id is not among it, since that may be another one. */
const valuesIn = ({ answers }: Pick2): string[] =>
  Object.values(answers).flatMap((answer) => {
    if (answer.kind === 'single') return attributesOf([answer.label]);
    if (answer.kind === 'multiple') return attributesOf(answer.labels);
    if (answer.kind === 'regions') return attributesOf(answer.regions.flatMap(({ label }) => label ?? []));
    return [];
  });
type Pick2 = { answers: Annotation['answers'] };
const attributesOf = (labels: readonly { attributes: object }[]): string[] =>
  labels.flatMap(({ attributes }) => Object.values(attributes).map((value) => typeof value));

describe('reading answers after migrations', () => {
  it('loses nothing: what has no place is said to be kept, and regions stay where they are', () => {
    fc.assert(
      fc.property(schemas, picks, (schema, pick) => {
        const said = randomAnnotation(schema, pick);
        const before = JSON.stringify(said);
        const { migration } = planMigration(schema, randomOperations(schema, pick, 4), idsFrom(0));
        const { annotation, kept } = mapAnnotation(said, migration.steps);
        expect(JSON.stringify(said)).toBe(before);
        const keptValues = attributesOf(kept);
        expect([...valuesIn(annotation), ...keptValues].sort()).toEqual(valuesIn(said).sort());
        for (const [questionId, answer] of Object.entries(said.answers)) {
          const now = annotation.answers[questionId];
          if (answer.kind !== 'regions' || now?.kind !== 'regions') continue;
          const bare = ({ regions }: typeof answer) => regions.map(({ label: _, ...rest }) => rest);
          expect(bare(now)).toEqual(bare(answer));
          expect(now.relations.map(({ from, to }) => [from, to])).toEqual(
            answer.relations.map(({ from, to }) => [from, to]),
          );
        }
      }),
      { numRuns },
    );
  });

  it('gives sound answers again, or says of which somebody has to decide', () => {
    fc.assert(
      fc.property(schemas, picks, (schema, pick) => {
        const said = randomAnnotation(schema, pick);
        fc.pre(checkAnnotation(schema, said, COLUMNS).length === 0);
        const { schema: next, migration } = planMigration(
          schema,
          randomOperations(schema, pick, 4),
          idsFrom(0),
        );
        const { annotation, undecided } = mapAnnotation(said, migration.steps);
        const questions = new Set(undecided.map(({ questionId }) => questionId));
        const problems = checkAnnotation(next, annotation, COLUMNS);
        expect(problems.filter(({ questionId }) => !questions.has(questionId ?? ''))).toEqual([]);
      }),
      { numRuns },
    );
  });

  it('is the same step by step as at once', () => {
    fc.assert(
      fc.property(schemas, picks, (schema, pick) => {
        const said = randomAnnotation(schema, pick);
        const first = planMigration(schema, randomOperations(schema, pick, 3), idsFrom(0));
        const second = planMigration(first.schema, randomOperations(first.schema, pick, 3), idsFrom(1000));
        const [one, two] = [first.migration.steps, second.migration.steps];
        const inTurn = mapAnnotation(mapAnnotation(said, one).annotation, two).annotation;
        expect(mapAnnotation(said, [...one, ...two]).annotation).toEqual(inTurn);
      }),
      { numRuns },
    );
  });

  it('gives back what was answered, once all is undone, and the schema with it', () => {
    fc.assert(
      fc.property(schemas, picks, (schema, pick) => {
        const said = randomAnnotation(schema, pick);
        const versions: LabelSchema[] = [schema];
        const migrations: AppliedMigration[] = [];
        const add = (undoes: string | null, steps: readonly MappingStep[], next: LabelSchema) => {
          const to = versions.push(next);
          migrations.push({ id: `m${to}`, to, undoes, steps });
        };
        const done: { id: string; at: number; undoSteps: readonly MappingStep[] }[] = [];
        for (let n = 0; n < 3; n += 1) {
          const now = versions.at(-1) ?? schema;
          const planned = planMigration(now, randomOperations(now, pick, 2), idsFrom(1000 * n));
          const { steps, undoSteps } = planned.migration;
          add(null, steps, planned.schema);
          done.push({ id: `m${versions.length}`, at: versions.length, undoSteps });
        }
        for (const { id, at, undoSteps } of done.reverse()) {
          expect(undoableMigration(migrations)?.id).toBe(id);
          const [before, after] = [versions[at - 2], versions[at - 1]];
          if (before === undefined || after === undefined) throw new Error('There is no such version.');
          const undone = undoMigration(before, after, versions.at(-1) ?? after);
          expect(undone.problems).toEqual([]);
          add(id, undoSteps, undone.schema);
        }
        expect(undoableMigration(migrations)).toBeNull();
        expect(stepsSince(1, migrations)).toEqual([]);
        const last = versions.at(-1) ?? schema;
        expect(mapAnnotation(said, stepsSince(1, migrations)).annotation).toEqual(said);
        expect(checkAnnotation(last, said, COLUMNS)).toEqual(checkAnnotation(schema, said, COLUMNS));
        expect(goneFromSchema(schema, last)).toEqual([]);
      }),
      { numRuns },
    );
  });
});

const goose = testId(12);
const [bird, swan, dodo] = [testId(11), testId(13), testId(14)];
const gooseAt = (attributes: Record<string, string | number | boolean>): Annotation => ({
  type: 'assay.annotation',
  version: 1,
  answers: { [testId(1)]: { kind: 'single', label: { labelId: goose, attributes } } },
  realism: null,
  artefact: false,
  artefactNote: '',
  comment: '',
  verdict: null,
});
const speciesIn = (said: Annotation) => said.answers[testId(1)];

describe('planning a migration', () => {
  it('renames without a step: answers hold ids', () => {
    const operations = [{ kind: 'rename' as const, id: goose, name: ' Branta ' }];
    const { schema, migration, problems } = planMigration(birdSchema(), operations, idsFrom(0));
    expect(problems).toEqual([]);
    expect(migration.steps).toEqual([]);
    expect(schema.questions[0]).toMatchObject({
      labels: expect.arrayContaining([expect.objectContaining({ id: goose, name: 'Branta' })]),
    });
  });

  it('merges labels with what was asked of them, and what stood below them', () => {
    const { schema, migration, problems, reach } = planMigration(
      birdSchema(),
      [{ kind: 'merge', from: [goose, bird], into: swan }],
      idsFrom(0),
    );
    expect(problems).toEqual([]);
    const labels = schema.questions[0]?.kind === 'single' ? schema.questions[0].labels : [];
    expect(labels.find(({ id }) => id === goose)?.deprecated).toBe(true);
    expect(labels.find(({ id }) => id === swan)).toMatchObject({ parentId: null, deprecated: false });
    expect(labels.find(({ id }) => id === swan)?.attributes.map(({ name }) => name)).toEqual([
      'How many',
      'Age',
      'Ringed',
      'Ring',
    ]);
    const said = gooseAt({ [testId(121)]: 3, [testId(122)]: testId(1221), [testId(123)]: true });
    const { annotation, kept } = mapAnnotation(said, migration.steps);
    expect(kept).toEqual([]);
    expect(speciesIn(annotation)).toMatchObject({ label: { labelId: swan } });
    expect(
      checkAnnotation(schema, annotation, COLUMNS).filter(({ questionId }) => questionId === testId(1)),
    ).toEqual([]);
    expect(reach[0]).toMatchObject({ in: 'single', ids: [goose, bird], undecided: 'never' });
  });

  it('splits by an attribute, and tells the parts back from each other when it is undone', () => {
    const { schema, migration, problems, reach } = planMigration(
      birdSchema(),
      [
        {
          kind: 'split',
          labelId: goose,
          attributeId: testId(123),
          parts: [
            { name: 'Ringed goose', values: [true] },
            { name: 'Plain goose', values: [false] },
          ],
          rest: 1,
        },
      ],
      idsFrom(0),
    );
    expect(problems).toEqual([]);
    for (const ringed of [true, false]) {
      const said = gooseAt({ [testId(121)]: 3, [testId(123)]: ringed });
      const mapped = mapAnnotation(said, migration.steps);
      expect(mapped.undecided).toEqual([]);
      expect(mapped.kept).toMatchObject([{ labelId: goose, attributes: { [testId(123)]: ringed } }]);
      const labelId = speciesIn(mapped.annotation);
      const names = schema.questions[0]?.kind === 'single' ? schema.questions[0].labels : [];
      const part = names.find(({ id }) => labelId?.kind === 'single' && id === labelId.label.labelId);
      expect(part?.name).toBe(ringed ? 'Ringed goose' : 'Plain goose');
      expect(mapAnnotation(mapped.annotation, migration.undoSteps).annotation).toEqual(said);
    }
    // Of a goose of which nobody said so, somebody has to decide.
    const silent = mapAnnotation(gooseAt({ [testId(121)]: 1 }), migration.steps);
    expect(silent.undecided).toHaveLength(1);
    expect(reach[0]).toMatchObject({ undecided: 'not-in', of: testId(123), among: [true, false] });
  });

  it('keeps and says what a dropped attribute had said', () => {
    const { migration } = planMigration(
      birdSchema(),
      [{ kind: 'drop-attribute', attributeId: testId(124) }],
      idsFrom(0),
    );
    const said = gooseAt({ [testId(121)]: 1, [testId(124)]: 'A1' });
    const { annotation, kept } = mapAnnotation(said, migration.steps);
    expect(speciesIn(annotation)).toMatchObject({ label: { attributes: { [testId(121)]: 1 } } });
    expect(kept).toEqual([
      { questionId: testId(1), regionId: null, labelId: goose, attributes: { [testId(124)]: 'A1' } },
    ]);
  });

  it.each([
    ['into-deprecated', { kind: 'merge' as const, from: [goose], into: dodo }],
    ['into-itself', { kind: 'merge' as const, from: [goose], into: goose }],
    ['different-owners', { kind: 'merge' as const, from: [goose], into: testId(21) }],
    ['unknown-part', { kind: 'rename' as const, id: testId(999), name: 'Nobody' }],
    ['narrower', { kind: 'widen' as const, attributeId: testId(121), min: 2 }],
    ['no-range', { kind: 'widen' as const, attributeId: testId(123), min: 2 }],
    ['cycle', { kind: 'move' as const, labelId: bird, parentId: goose }],
    ['duplicate-name', { kind: 'rename' as const, id: goose, name: 'Swan' }],
    ['nothing', { kind: 'rename' as const, id: goose, name: 'Goose' }],
  ])('refuses what cannot be: %s', (code, operation) => {
    const { problems } = planMigration(birdSchema(), [operation], idsFrom(0));
    expect(problems.map((each) => each.code)).toContain(code);
  });

  it('lets regions of either shape be what two labels become', () => {
    const [car, road] = [testId(11), testId(13)];
    const { schema, problems } = planMigration(
      sceneSchema(),
      [{ kind: 'merge', from: [road], into: car }],
      idsFrom(0),
    );
    expect(problems).toEqual([]);
    const [question] = schema.questions;
    const shapes = question?.kind === 'regions' ? question.labels.find(({ id }) => id === car)?.shapes : [];
    expect(shapes).toEqual(['box', 'polygon', 'mask']);
  });

  it('undoes nothing that was changed again since, and keeps what was added since', () => {
    const before = birdSchema();
    const { schema: after } = planMigration(
      before,
      [{ kind: 'rename', id: goose, name: 'Branta' }],
      idsFrom(0),
    );
    const again = planMigration(after, [{ kind: 'rename', id: goose, name: 'Anser' }], idsFrom(0)).schema;
    expect(undoMigration(before, after, again).problems).toMatchObject([{ code: 'changed-since' }]);
    const other = planMigration(after, [{ kind: 'rename', id: swan, name: 'Cygnus' }], idsFrom(0)).schema;
    const undone = undoMigration(before, after, other);
    expect(undone.problems).toEqual([]);
    expect(JSON.stringify(undone.schema)).toContain('Cygnus');
    expect(JSON.stringify(undone.schema)).not.toContain('Branta');
  });

  it('says an operation in the names of the schema', () => {
    expect(describeOperation(birdSchema(), { kind: 'merge', from: [goose], into: swan })).toEqual({
      kind: 'merge',
      what: 'label',
      path: ['Species', 'Swan'],
      names: ['Goose'],
      to: 'Swan',
    });
  });
});

describe('what nobody has submitted yet', () => {
  const steps = planMigration(birdSchema(), [{ kind: 'merge', from: [goose], into: swan }], idsFrom(0))
    .migration.steps;
  const answer = { kind: 'single' as const, label: { labelId: goose, attributes: {} } };

  it('follows in drafts, and leaves alone what cannot be read', () => {
    const field = `answer:${testId(1)}`;
    expect(mapFields({ [field]: answer, comment: goose, [`answer:${testId(2)}`]: 'odd' }, steps)).toEqual({
      [field]: { kind: 'single', label: { labelId: swan, attributes: {} } },
      comment: goose,
      [`answer:${testId(2)}`]: 'odd',
    });
  });

  it('follows in drawings, whole records and properties alike', () => {
    const label = answer.label;
    const region = { type: 'region' as const, id: testId(1), label, order: 0, groupId: null };
    const geometry = { kind: 'box' as const, version: 1 as const, x: 0, y: 0, width: 1, height: 1 };
    const change = {
      clientId: testId(1),
      step: 1,
      baseRevision: 0,
      added: [{ ...region, geometry }],
      updated: [{ id: testId(2), values: { label, order: 3 } }],
      removed: [],
    };
    const mapped = mapDrawnChange(change, steps);
    expect(mapped.added).toMatchObject([{ label: { labelId: swan } }]);
    expect(mapped.updated).toEqual([
      { id: testId(2), values: { label: { labelId: swan, attributes: {} }, order: 3 } },
    ]);
  });
});
