import { labelSchema } from '@assay/contracts';
import { createEditor, regionOf, regionsOf, select } from '@assay/editor';
import { expect, test } from 'vitest';
import { labelForShape, labelSelected, pickLabel, regionQuestionOf } from './region-question.ts';

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const [ROAD, CAR, TRAM] = [id(1), id(2), id(3)];

const schema = labelSchema.parse({
  type: 'assay.label-schema',
  version: 1,
  subject: 'image',
  questions: [
    { kind: 'text', id: id(8), name: 'Remark' },
    {
      kind: 'regions',
      id: id(9),
      name: 'Parts',
      labels: [
        { id: TRAM, name: 'Tram', deprecated: true },
        { id: ROAD, name: 'Road', shapes: ['mask'] },
        { id: CAR, name: 'Car', shapes: ['polygon', 'box'] },
      ],
    },
  ],
});
const question = regionQuestionOf(schema) ?? expect.fail('Nothing is drawn.');

test('a region that is added has a label that is drawn so', () => {
  const chosen = (labelId: string, attributes = {}) => ({ labelId, attributes });
  expect(labelForShape(question, chosen(ROAD), 'box')).toEqual(chosen(CAR));
  expect(labelForShape(question, chosen(TRAM), 'box')).toEqual(chosen(CAR));
  expect(labelForShape(question, null, 'box')).toEqual(chosen(CAR));
  expect(labelForShape(question, chosen(CAR, { [id(6)]: 4 }), 'box')).toEqual(chosen(CAR, { [id(6)]: 4 }));
  expect(labelForShape(question, null, 'ellipse')).toBeNull();
});

test('a label that is picked while a shape is drawn is that of the shape, not of what is selected', () => {
  const PERSON = id(4);
  const asked = {
    ...question,
    labels: question.labels.flatMap((label) => [
      label,
      ...(label.id === CAR ? [{ ...label, id: PERSON, name: 'Person' }] : []),
    ]),
  };
  let made = 20;
  const newId = () => {
    made += 1;
    return id(made);
  };
  const editor = createEditor({ image: { width: 90, height: 90 }, newId });
  editor.resizeScreen({ width: 90, height: 90 });
  const first = id(20);
  editor.store.put({
    ...{ type: 'region', id: first, label: { labelId: CAR, attributes: {} }, order: 1, groupId: null },
    geometry: { kind: 'box', version: 1, x: 1, y: 1, width: 20, height: 20 },
  });
  select(editor.store, [first]);
  pickLabel(editor, asked, CAR);
  editor.useTool('box');
  const click = (x: number, y: number) => {
    editor.pointerMove({ x, y });
    editor.pointerDown({ x, y });
    editor.pointerUp({ x, y });
  };
  click(40, 40);
  pickLabel(editor, asked, PERSON);
  // What is only painted draws no box.
  pickLabel(editor, asked, ROAD);
  click(60, 60);
  expect(regionsOf(editor.store).map(({ label }) => label?.labelId)).toEqual([CAR, PERSON]);
  // In its form a region is meant, whatever is begun.
  select(editor.store, [first]);
  click(70, 70);
  labelSelected(editor, asked, PERSON);
  expect(regionOf(editor.store, first)?.label?.labelId).toBe(PERSON);
  editor.run('cancel');
  expect(regionOf(editor.store, first)?.label?.labelId).toBe(PERSON);
});
