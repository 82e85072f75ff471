import { labelSchema } from '@assay/contracts';
import { createEditor, regionOf, select } from '@assay/editor';
import { expect, test, vi } from 'vitest';
import type { Drawing } from './drawing.ts';
import { drawingOfTask, drawnAnswer, isHalfDrawn, pressOnDrawing, waitsForDrawing } from './on-drawing.ts';
import { regionQuestionOf } from './region-question.ts';

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const [RIDES, FOLLOWS] = [id(4), id(5)];

const schema = labelSchema.parse({
  type: 'assay.label-schema',
  version: 1,
  subject: 'image',
  questions: [
    {
      kind: 'regions',
      id: id(9),
      name: 'Parts',
      labels: [{ id: id(2), name: 'Car' }],
      relations: [
        { id: RIDES, name: 'rides' },
        { id: FOLLOWS, name: 'follows', deprecated: true },
      ],
    },
  ],
});
const question = regionQuestionOf(schema) ?? expect.fail('Nothing is drawn.');

const relation = (n: number, labelId: string | null) => ({
  type: 'relation' as const,
  id: id(n),
  from: id(20),
  to: id(21),
  labelId,
});
const drawing: Drawing = {
  taskId: id(30),
  editor: createEditor({ image: { width: 9, height: 9 }, newId: () => id(31) }),
  answer: () => ({ kind: 'regions', regions: [], relations: [relation(22, null), relation(23, FOLLOWS)] }),
  standing: () => ({ revision: 0, waiting: [], removed: [] }),
  flush: () => undefined,
  stop: () => undefined,
};

test('the drawing of one task is never that of another', () => {
  expect(drawingOfTask(drawing, id(30))).toBe(drawing);
  expect(drawingOfTask(drawing, id(32))).toBeNull();
  expect(drawingOfTask(null, id(30))).toBeNull();
});

test('where relations are of one kind, those without a kind are of that', () => {
  const kinds = (asked: typeof question) =>
    drawnAnswer(drawing, asked).relations.map(({ labelId }) => labelId);
  expect(kinds(question)).toEqual([RIDES, FOLLOWS]);
  const two = question.relations.map((each) => ({ ...each, deprecated: false }));
  expect(kinds({ ...question, relations: two })).toEqual([null, FOLLOWS]);
});

test('a stroke with Shift is that of the editor on the picture, also where its letter is the key of a label', () => {
  const body = {};
  vi.stubGlobal('document', { body });
  const editor = createEditor({ image: { width: 90, height: 90 }, newId: () => id(31) });
  const [first] = question.labels;
  const car = first ?? expect.fail('There is no label.');
  const keyed = { ...question, labels: [{ ...car, key: 'd' }] };
  editor.store.put({
    type: 'region',
    id: id(20),
    geometry: { kind: 'box', version: 1, x: 1, y: 1, width: 20, height: 20 },
    label: null,
    order: 1,
    groupId: null,
    proposal: { confidence: 0.5, state: 'open', reason: null },
  });
  select(editor.store, [id(20)]);
  const press = (...ways: string[]) =>
    pressOnDrawing({ ...drawing, editor }, keyed, ways, body as unknown as EventTarget);
  expect(press('Shift+d', 'd')).toBe(true);
  const rejected = regionOf(editor.store, id(20));
  expect([rejected?.proposal?.reason, rejected?.label]).toEqual(['duplicate', null]);
  expect(press('d')).toBe(true);
  expect(regionOf(editor.store, id(20))?.label?.labelId).toBe(car.id);
  vi.unstubAllGlobals();
});

test('who has half drawn something is led back to it, with the tool that goes on', () => {
  vi.stubGlobal('document', { querySelector: () => null });
  const editor = createEditor({ image: { width: 90, height: 90 }, newId: () => id(31) });
  editor.resizeScreen({ width: 90, height: 90 });
  const all = {
    ...question,
    labels: question.labels.map((each) => ({ ...each, shapes: ['polygon' as const] })),
  };
  expect(isHalfDrawn({ ...drawing, editor }, all)).toBe(false);
  editor.useTool('polygon');
  editor.pointerDown({ x: 5, y: 5 });
  editor.pointerUp({ x: 5, y: 5 });
  editor.useTool('select');
  expect(isHalfDrawn({ ...drawing, editor }, all)).toBe(true);
  expect(editor.state.value).toBe('polygon.drafting.drawing');
  editor.run('cancel');
  expect(isHalfDrawn({ ...drawing, editor }, all)).toBe(false);
  vi.unstubAllGlobals();
});

test('until a drawing is there, keys of the picture wait for it, and all others do not', () => {
  const body = {};
  vi.stubGlobal('document', { body });
  vi.stubGlobal('HTMLElement', class {});
  const waits = (...ways: string[]) => waitsForDrawing(question, ways, body as unknown as EventTarget);
  // The key of the box, and one of no tool that is offered here.
  expect([waits('b'), waits('p'), waits('Enter'), waits('Mod+z')]).toEqual([true, false, false, false]);
  expect(waitsForDrawing(question, ['b'], null)).toBe(false);
  vi.unstubAllGlobals();
});
