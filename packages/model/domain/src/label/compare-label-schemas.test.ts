import type { LabelSchema } from '@assay/contracts';
import { expect, test } from 'vitest';
import { compareLabelSchemas } from './compare-label-schemas.ts';
import { birdSchema, sceneSchema, testId } from './test-schema.ts';

function after(change: (draft: LabelSchema) => void) {
  const draft = birdSchema();
  change(draft);
  return compareLabelSchemas(birdSchema(), draft);
}

function speciesOf(draft: LabelSchema) {
  const species = draft.questions[0];
  if (species?.kind !== 'single') throw new Error('Species is gone.');
  return species;
}

test('a rename is a rename, because the id is the same', () => {
  expect(
    after((draft) => {
      const goose = speciesOf(draft).labels[1];
      if (goose !== undefined) goose.name = 'Greylag goose';
    }),
  ).toEqual([
    {
      change: 'renamed',
      what: 'label',
      id: testId(12),
      path: ['Species', 'Bird', 'Greylag goose'],
      field: 'name',
      before: 'Goose',
      after: 'Greylag goose',
    },
  ]);
});

test('added, removed, moved, deprecated, changed and reordered', () => {
  const differences = after((draft) => {
    const species = speciesOf(draft);
    const [bird, goose, swan] = species.labels;
    if (bird === undefined || goose === undefined || swan === undefined) throw new Error('Labels are gone.');
    swan.parentId = null;
    goose.attributes.splice(3, 1);
    goose.colour = 'teal';
    bird.deprecated = true;
    species.required = false;
    species.labels = [goose, bird, swan, { ...swan, id: testId(15), name: 'Duck', attributes: [] }];
  });
  expect(differences.map(({ change, what, path, field }) => [change, what, path.join('/'), field])).toEqual([
    ['changed', 'question', 'Species', 'required'],
    ['removed', 'label', 'Species/Dodo', null],
    ['changed', 'label', 'Species/Bird/Goose', 'colour'],
    ['removed', 'attribute', 'Species/Bird/Goose/Ring', null],
    ['deprecated', 'label', 'Species/Bird', 'deprecated'],
    ['moved', 'label', 'Species/Swan', 'parentId'],
    ['added', 'label', 'Species/Duck', null],
    ['reordered', 'label', 'Species', null],
  ]);
  expect(differences.find(({ change }) => change === 'moved')).toMatchObject({ before: ['Bird'], after: [] });
});

test('labels of regions and relations are compared by their ids, shapes and skeletons as they are', () => {
  const draft = sceneSchema();
  const [parts] = draft.questions;
  if (parts?.kind !== 'regions') throw new Error('The parts are gone.');
  const [car, person] = parts.labels;
  const [sitsIn, follows] = parts.relations;
  if (car === undefined || person?.skeleton == null) throw new Error('Labels are gone.');
  if (sitsIn === undefined || follows === undefined) throw new Error('Relations are gone.');
  car.shapes = ['box'];
  person.skeleton.joints = ['head', 'hand', 'heel'];
  sitsIn.name = 'rides in';
  sitsIn.description = 'By car or by bicycle.';
  parts.relations = [follows, sitsIn, { ...sitsIn, id: testId(17), name: 'looks at' }];
  const differences = compareLabelSchemas(sceneSchema(), draft);
  expect(differences.map(({ change, what, path, field }) => [change, what, path.join('/'), field])).toEqual([
    ['changed', 'label', 'Parts/Car', 'shapes'],
    ['changed', 'label', 'Parts/Person', 'skeleton'],
    ['renamed', 'relation', 'Parts/rides in', 'name'],
    ['changed', 'relation', 'Parts/rides in', 'description'],
    ['added', 'relation', 'Parts/looks at', null],
    ['reordered', 'relation', 'Parts', null],
  ]);
  expect(differences[0]).toMatchObject({ id: testId(11), before: ['box', 'polygon'], after: ['box'] });
  // Backwards the new one is gone.
  expect(compareLabelSchemas(draft, sceneSchema())).toContainEqual(
    expect.objectContaining({ change: 'removed', what: 'relation', id: testId(17) }),
  );
  expect(compareLabelSchemas(sceneSchema(), sceneSchema())).toEqual([]);
});
