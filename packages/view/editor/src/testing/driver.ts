import type { Geometry } from '@assay/contracts';
import {
  createEditor,
  type Editor,
  type EditorSettings,
  type PointerAt,
  type RegionRecord,
  regionsOf,
  selectedIds,
} from '../index.ts';

type Held = Partial<Omit<PointerAt, 'x' | 'y'>>;

/** Drives an editor as a person does; each act gives the driver back, so that acts can be chained. */
export type Driver = {
  readonly editor: Editor;
  readonly pointerDown: (x: number, y: number, held?: Held) => Driver;
  readonly pointerMove: (x: number, y: number, held?: Held) => Driver;
  /** Where the pointer is, unless said otherwise. */
  readonly pointerUp: (x?: number, y?: number, held?: Held) => Driver;
  readonly click: (x: number, y: number, held?: Held) => Driver;
  readonly doubleClick: (x: number, y: number) => Driver;
  readonly drag: (from: readonly [number, number], to: readonly [number, number], held?: Held) => Driver;
  readonly press: (...strokes: string[]) => Driver;
  readonly region: (id: string) => RegionRecord | undefined;
  readonly geometry: (id: string) => Geometry | undefined;
  readonly regions: () => RegionRecord[];
  readonly selected: () => string[];
};

export const IMAGE = { width: 400, height: 300 };

/** An editor of an image of 400 x 300, with ids that count, shown pixel by pixel. */
export const drive = (...regions: readonly RegionRecord[]): Driver => driveWith({}, ...regions);

/** The same, made with something more. */
export function driveWith(settings: Partial<EditorSettings>, ...regions: readonly RegionRecord[]): Driver {
  let made = 0;
  const newId = () => {
    made += 1;
    return `new-${made}`;
  };
  const editor = createEditor({ image: IMAGE, newId, ...settings });
  editor.resizeScreen(IMAGE);
  editor.store.transact(() => editor.store.put(...regions), 'remote');

  let [lastX, lastY] = [0, 0];
  const at = (x: number, y: number, held: Held = {}): PointerAt => {
    [lastX, lastY] = [x, y];
    return { x, y, ...held };
  };
  const act = (what: () => void): Driver => {
    what();
    return driver;
  };
  const driver: Driver = {
    editor,
    pointerDown: (x, y, held) => act(() => editor.pointerDown(at(x, y, held))),
    pointerMove: (x, y, held) => act(() => editor.pointerMove(at(x, y, held))),
    pointerUp: (x = lastX, y = lastY, held = {}) => act(() => editor.pointerUp(at(x, y, held))),
    click: (x, y, held) => driver.pointerMove(x, y, held).pointerDown(x, y, held).pointerUp(x, y, held),
    doubleClick: (x, y) => {
      driver.click(x, y).click(x, y, { clicks: 2 });
      return act(() => editor.doubleClick(at(x, y)));
    },
    drag: ([x1, y1], [x2, y2], held) =>
      driver
        .pointerMove(x1, y1, held)
        .pointerDown(x1, y1, held)
        .pointerMove((x1 + x2) / 2, (y1 + y2) / 2, held)
        .pointerMove(x2, y2, held)
        .pointerUp(x2, y2, held),
    press: (...strokes) =>
      act(() => {
        for (const stroke of strokes) editor.press(stroke);
      }),
    region: (id) => {
      const record = editor.store.get(id);
      return record?.type === 'region' ? record : undefined;
    },
    geometry: (id) => driver.region(id)?.geometry,
    regions: () => regionsOf(editor.store),
    selected: () => [...selectedIds(editor.store)].sort(),
  };
  return driver;
}

/** A region, above those made before it with a lower order. */
export const region = (
  id: string,
  geometry: Geometry,
  more: Partial<Pick<RegionRecord, 'order' | 'groupId' | 'label' | 'proposal' | 'track' | 'remark'>> = {},
): RegionRecord => ({ id, type: 'region', geometry, label: null, order: 1, groupId: null, ...more });

export const box = (x: number, y: number, width: number, height: number): Geometry => ({
  kind: 'box',
  version: 1,
  x,
  y,
  width,
  height,
});

export const polygon = (...points: readonly (readonly [number, number])[]): Geometry => ({
  kind: 'polygon',
  version: 1,
  points: points.map(([x, y]) => ({ x, y })),
});
