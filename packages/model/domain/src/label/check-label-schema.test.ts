import { type LabelSchema, type RegionLabel, regionLabel } from '@assay/contracts';
import { expect, test } from 'vitest';
import { checkLabelSchema, isLabelSchemaSound } from './check-label-schema.ts';
import { birdSchema, sceneSchema, testId } from './test-schema.ts';

/** Codes and fields of the problems after a change. */
function problemsAfter(
  change: (draft: LabelSchema) => void,
  columns: readonly string[] | null = null,
): string[] {
  const draft = birdSchema();
  change(draft);
  return checkLabelSchema(draft, columns).map((problem) => `${problem.code} ${problem.field}`);
}

function questionOf<K extends LabelSchema['questions'][number]['kind']>(draft: LabelSchema, kind: K) {
  const found = draft.questions.find((each) => each.kind === kind);
  if (found === undefined) throw new Error(`There is no question of kind ${kind}.`);
  return found as Extract<LabelSchema['questions'][number], { kind: K }>;
}

test('a sound schema has no problems', () => {
  expect(checkLabelSchema(birdSchema())).toEqual([]);
  expect(checkLabelSchema(birdSchema(), ['height', 'speed', 'remarks'])).toEqual([]);
});

test('a schema that asks nothing, and questions that offer nothing', () => {
  expect(problemsAfter((draft) => (draft.questions = []))).toEqual(['no-questions questions']);
  expect(problemsAfter((draft) => (questionOf(draft, 'single').labels = []))).toEqual([
    'no-labels questions.0.labels',
  ]);
  expect(problemsAfter((draft) => (questionOf(draft, 'cells').reasons = []))).toEqual([
    'no-reasons questions.4.reasons',
  ]);
  expect(problemsAfter((draft) => (questionOf(draft, 'cells').columns = []))).toEqual([
    'no-columns questions.4.columns',
  ]);
});

test('what must be answered and cannot be', () => {
  expect(
    problemsAfter((draft) => {
      for (const label of questionOf(draft, 'single').labels) label.deprecated = true;
    }),
  ).toEqual(['unreachable-required questions.0.labels']);
  expect(
    problemsAfter((draft) => {
      const age = questionOf(draft, 'single').labels[1]?.attributes[1];
      if (age?.kind !== 'single') throw new Error('Age is gone.');
      age.options = [];
      age.required = true;
    }),
  ).toEqual(['unreachable-required questions.0.labels.1.attributes.1.options']);
  // One that may stay open is only not asked.
  const draft = birdSchema();
  for (const label of questionOf(draft, 'multiple').labels) label.deprecated = true;
  expect(checkLabelSchema(draft)).toMatchObject([{ severity: 'warning', code: 'all-deprecated' }]);
  expect(isLabelSchemaSound(draft)).toBe(true);
});

test('the hierarchy: unknown parents, circles, and those who stand below one', () => {
  const parentOf = (at: number, parentId: string) => (draft: LabelSchema) => {
    const label = questionOf(draft, 'single').labels[at];
    if (label !== undefined) label.parentId = parentId;
  };
  expect(problemsAfter(parentOf(2, testId(99)))).toEqual(['unknown-parent questions.0.labels.2.parentId']);
  expect(problemsAfter(parentOf(0, testId(12)))).toEqual([
    'cycle questions.0.labels.0.parentId',
    'cycle questions.0.labels.1.parentId',
    'cycle questions.0.labels.2.parentId',
  ]);
  expect(problemsAfter(parentOf(2, testId(13)))).toEqual(['cycle questions.0.labels.2.parentId']);
  // A label of another question is no parent here.
  expect(problemsAfter(parentOf(2, testId(21)))).toEqual(['unknown-parent questions.0.labels.2.parentId']);
});

test('keys: two of one question, or one of the workbench; what is deprecated has none', () => {
  const keyOf = (at: number, key: string) => (draft: LabelSchema) => {
    const label = questionOf(draft, 'single').labels[at];
    if (label !== undefined) label.key = key;
  };
  expect(problemsAfter(keyOf(2, '1'))).toEqual(['duplicate-key questions.0.labels.2.key']);
  expect(problemsAfter(keyOf(2, 's'))).toEqual(['reserved-key questions.0.labels.2.key']);
  expect(problemsAfter(keyOf(3, '1'))).toEqual([]);
});

test('names and ids that nobody could tell apart', () => {
  expect(
    problemsAfter((draft) => {
      const goose = questionOf(draft, 'single').labels[1];
      if (goose !== undefined) goose.name = ' swan ';
    }),
  ).toEqual(['duplicate-name questions.0.labels.2.name']);
  expect(problemsAfter((draft) => (questionOf(draft, 'rating').name = ' '))).toEqual([
    'blank-name questions.2.name',
  ]);
  expect(problemsAfter((draft) => (questionOf(draft, 'rating').id = testId(12)))).toEqual([
    'duplicate-id questions.2.id',
  ]);
});

test('ranges of ratings and of attributes', () => {
  expect(problemsAfter((draft) => (questionOf(draft, 'rating').min = 5))).toEqual([
    'empty-range questions.2.max',
  ]);
  expect(problemsAfter((draft) => (questionOf(draft, 'rating').max = 100))).toEqual([
    'too-many-steps questions.2.max',
  ]);
  expect(
    problemsAfter((draft) => {
      const many = questionOf(draft, 'single').labels[1]?.attributes[0];
      if (many?.kind !== 'number') throw new Error('How many is gone.');
      [many.min, many.max] = [1.2, 1.8];
    }),
  ).toEqual(['empty-range questions.0.labels.1.attributes.0.max']);
});

test('columns that the rows do not have, with the one that was meant', () => {
  const columns = ['height', 'speed', 'remark'];
  expect(checkLabelSchema(birdSchema(), columns)).toMatchObject([
    { code: 'unknown-column', field: 'questions.3.corrects', next: 'Did you mean "remark"?' },
  ]);
  expect(problemsAfter((draft) => (questionOf(draft, 'cells').columns = ['speed', 'speed']), null)).toEqual([
    'column-twice questions.4.columns.1',
  ]);
});

test('a next version keeps what its ids mean', () => {
  const previous = birdSchema();
  const after = (change: (draft: LabelSchema) => void) => {
    const draft = birdSchema();
    change(draft);
    return checkLabelSchema(draft, null, previous).map(({ severity, code }) => `${severity} ${code}`);
  };
  expect(
    after((draft) => {
      draft.questions.reverse();
      const swan = questionOf(draft, 'single').labels[2];
      if (swan !== undefined) Object.assign(swan, { name: 'Mute swan', parentId: null, deprecated: true });
    }),
  ).toEqual([]);
  expect(
    after((draft) => {
      questionOf(draft, 'rating').id = testId(4);
      questionOf(draft, 'text').id = testId(3);
    }),
  ).toEqual(['error kind-changed', 'error kind-changed']);
  expect(
    after((draft) => {
      const swan = questionOf(draft, 'single').labels.splice(2, 1);
      questionOf(draft, 'multiple').labels.push(...swan.map((label) => ({ ...label, parentId: null })));
    }),
  ).toEqual(['error owner-changed']);
  // What went with the label is not named beside it.
  expect(after((draft) => questionOf(draft, 'single').labels.splice(1, 1))).toEqual(['warning removed']);
});

test('parts of a picture are asked of pictures alone', () => {
  expect(checkLabelSchema(sceneSchema())).toEqual([]);
  // The columns of a run of pictures have nothing to do with what is drawn.
  expect(checkLabelSchema(sceneSchema(), ['image', 'path'])).toEqual([]);
  expect(checkLabelSchema({ ...sceneSchema(), subject: 'row' })).toMatchObject([
    { severity: 'error', code: 'not-of-images', field: 'questions.0' },
  ]);
  // Other questions can be asked of a picture as a whole.
  const { questions } = birdSchema();
  const whole = { ...sceneSchema(), questions: questions.filter((each) => each.kind === 'single') };
  expect(checkLabelSchema(whole)).toEqual([]);
});

test('a picture is drawn on for one question', () => {
  const draft = sceneSchema();
  draft.questions.push({
    ...questionOf(draft, 'regions'),
    id: testId(2),
    name: 'Faults',
    labels: [regionLabel.parse({ id: testId(21), name: 'Dent' })],
    relations: [],
  });
  expect(checkLabelSchema(draft)).toMatchObject([
    { severity: 'error', code: 'second-regions', field: 'questions.1' },
  ]);
});

test('skeletons: joints that are missing, nameless or twice, and bones that lead nowhere', () => {
  const after = (change: (person: RegionLabel) => void) => {
    const draft = sceneSchema();
    const person = questionOf(draft, 'regions').labels[1];
    if (person === undefined) throw new Error('The person is gone.');
    change(person);
    return checkLabelSchema(draft).map(({ severity, code, field }) => `${severity} ${code} ${field}`);
  };
  const joints = ['head', 'hand', 'foot'];
  const withBones = (...bones: [number, number][]) =>
    after((person) => (person.skeleton = { joints, bones }));
  const withJoints = (...names: string[]) =>
    after((person) => (person.skeleton = { joints: names, bones: [] }));
  const inside = 'questions.0.labels.1.skeleton';

  expect(after((person) => (person.skeleton = null))).toEqual([`error no-joints ${inside}`]);
  // Who is drawn as a box needs none.
  expect(after((person) => Object.assign(person, { skeleton: null, shapes: ['box'] }))).toEqual([]);
  expect(withJoints('head', 'hand', 'head')).toEqual([`error bad-joints ${inside}.joints`]);
  expect(withJoints('head', ' ')).toEqual([`error bad-joints ${inside}.joints`]);
  expect(withJoints('head')).toEqual([]);
  expect(withBones([0, 2], [2, 1])).toEqual([]);
  expect(withBones([0, 1], [1, 1])).toEqual([`error bad-bones ${inside}.bones`]);
  expect(withBones([0, 3])).toEqual([`error bad-bones ${inside}.bones`]);
  expect(withBones([3, 0])).toEqual([`error bad-bones ${inside}.bones`]);
});

test('what holds for labels holds for those of regions, and for relations', () => {
  const after = (change: (parts: ReturnType<typeof partsOf>) => void) => {
    const draft = sceneSchema();
    change(partsOf(draft));
    return checkLabelSchema(draft).map(({ code, field }) => `${code} ${field}`);
  };
  const partsOf = (draft: LabelSchema) => questionOf(draft, 'regions');
  const first = <T>([item]: readonly T[]): T => item ?? expect.fail('It is gone.');
  expect(after((parts) => (parts.labels = []))).toEqual(['no-labels questions.0.labels']);
  expect(
    after((parts) => {
      for (const label of parts.labels) label.deprecated = true;
    }),
  ).toEqual(['unreachable-required questions.0.labels']);
  expect(after((parts) => (first(parts.labels).key = 's'))).toEqual([
    'reserved-key questions.0.labels.0.key',
  ]);
  expect(after((parts) => (first(parts.labels).name = 'person'))).toEqual([
    'duplicate-name questions.0.labels.1.name',
  ]);
  expect(
    after(({ relations }) => relations.push({ ...first(relations), id: testId(17), name: 'Sits in ' })),
  ).toEqual(['duplicate-name questions.0.relations.2.name']);
  // A name is free again once what had it is deprecated.
  expect(after((parts) => (first(parts.relations).name = 'follows'))).toEqual([]);
  expect(after((parts) => (first(parts.relations).name = ''))).toEqual([
    'blank-name questions.0.relations.0.name',
  ]);
  expect(after((parts) => (first(parts.relations).id = first(parts.labels).id))).toEqual([
    'duplicate-id questions.0.labels.0.id',
  ]);
});

test('a next version keeps what the ids of regions and relations mean', () => {
  const after = (change: (draft: LabelSchema) => void) => {
    const draft = sceneSchema();
    change(draft);
    return checkLabelSchema(draft, null, sceneSchema()).map(({ severity, code }) => `${severity} ${code}`);
  };
  expect(
    after((draft) => {
      const { labels, relations } = questionOf(draft, 'regions');
      for (const each of [...labels, ...relations]) each.name = `${each.name} of old`;
      labels.reverse();
      relations.reverse();
    }),
  ).toEqual([]);
  expect(after((draft) => questionOf(draft, 'regions').relations.pop())).toEqual(['warning removed']);
  expect(
    after((draft) => {
      const { labels, relations } = questionOf(draft, 'regions');
      const [road, sitsIn] = [labels[2], relations[0]];
      if (road === undefined || sitsIn === undefined) throw new Error('Nothing is there.');
      [road.id, sitsIn.id] = [sitsIn.id, road.id];
    }),
  ).toEqual(['error kind-changed', 'error kind-changed']);
});
