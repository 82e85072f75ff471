import type { Geometry } from '@assay/contracts';
import { distance } from '@assay/geometry';
import { expect, it } from 'vitest';
import { z } from 'zod';
import {
  addShape,
  boundsOfGeometry,
  createEditor,
  type EditorCore,
  keymapOf,
  makeRegion,
  readGeometry,
  regionsOf,
  type ShapeModule,
  storeWith,
  type ToolNode,
} from './index.ts';

const circle = z.object({
  kind: z.literal('circle'),
  version: z.literal(1),
  x: z.number(),
  y: z.number(),
  radius: z.number().min(0),
});
type Circle = z.infer<typeof circle>;

const circleShape: ShapeModule<Circle> = {
  kind: 'circle',
  version: 1,
  schema: circle,
  migrations: {},
  bounds: ({ x, y, radius }) => ({ minX: x - radius, minY: y - radius, maxX: x + radius, maxY: y + radius }),
  area: ({ radius }) => Math.PI * radius ** 2,
  distanceTo: (geometry, point) => Math.max(0, distance(geometry, point) - geometry.radius),
  meets: () => true,
  translate: (geometry, by) => ({ ...geometry, x: geometry.x + by.x, y: geometry.y + by.y }),
  borders: () => [],
  numbers: [],
  handles: () => [],
  moveHandle: (geometry) => geometry,
  removeHandle: undefined,
  rotate: undefined,
};

const circleAt = (x: number, y: number) =>
  ({ kind: 'circle', version: 1, x, y, radius: 10 }) as unknown as Geometry;

it('kinds of shapes can be added, once, and are read, hit and moved as all others', () => {
  addShape(circleShape);
  expect(() => addShape(circleShape)).toThrow('circle');
  const stored = circleAt(50, 50);
  expect(readGeometry(stored)).toEqual({ ok: true, value: stored });
  expect(readGeometry({ ...stored, radius: -1 })).toMatchObject({ ok: false });
  const editor = createEditor({ image: { width: 100, height: 100 }, newId: () => 'made' });
  editor.store.put(makeRegion(editor, stored));
  editor.pointerDown({ x: 45, y: 45 });
  editor.pointerMove({ x: 55, y: 50 });
  editor.pointerUp({ x: 55, y: 50 });
  expect(boundsOfGeometry(regionsOf(editor.store)[0]!.geometry)).toEqual({
    minX: 50,
    minY: 45,
    maxX: 70,
    maxY: 65,
  });
});

it('tools, commands with keys and records can be added, under names of their own', () => {
  type Guide = { readonly id: string; readonly type: 'guide'; readonly x: number };
  const settings = {
    image: { width: 100, height: 100 },
    newId: () => 'made',
    records: { guide: 'session' as const },
    tools: {
      guide: ({ store }: EditorCore): ToolNode => ({
        id: 'guide',
        isResting: true,
        on: {
          pointerDown: ({ point }) => {
            storeWith<Guide>(store).put({ id: 'guide', type: 'guide', x: point.x });
            return undefined;
          },
        },
      }),
    },
    commands: {
      'use-guide': {
        keys: ['F2'],
        run: ({ useTool }: { readonly useTool: (id: string) => void }) => {
          useTool('guide');
          return true;
        },
      },
    },
  };
  const editor = createEditor(settings);
  expect(editor.press('F2')).toBe(true);
  expect(editor.tool.value).toBe('guide');
  editor.pointerDown({ x: 30, y: 5 });
  expect(storeWith<Guide>(editor.store).get('guide')).toMatchObject({ x: 30 });
  expect(editor.store.snapshot('document')).toEqual([]);
  expect(keymapOf({}, editor.commands).get('F2')).toBe('use-guide');
  editor.setKeys({ 'use-guide': ['F3'] });
  expect([editor.press('F2'), editor.run('use-guide'), editor.press('F3')]).toEqual([false, true, true]);
  editor.useTool('box');
  expect(editor.tool.value).toBe('box');
  const taken = { ...settings, tools: { box: settings.tools.guide } };
  expect(() => createEditor(taken)).toThrow('There is a tool box already.');
});
