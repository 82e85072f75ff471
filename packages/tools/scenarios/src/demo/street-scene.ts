import type { Geometry } from '@assay/contracts';
import { createStream, drawInteger } from '@assay/random';

/** What is in a scene, exactly as it is drawn. */
export type Thing = { label: 'House' | 'Tree' | 'Car' | 'Person'; geometry: Geometry };
export type Scene = { svg: string; things: Thing[] };

export const SCENE_SIZE = { width: 640, height: 420 } as const;

type Draw = (below: number) => number;
type Point = { x: number; y: number };
type Drawn = { svg: string; thing: Thing };

const SKIES = ['#bcd7ee', '#f3d9b1', '#9fb4cc', '#d7e3ea'] as const;
const WALLS = ['#d9a066', '#c7776c', '#b7c2a1', '#d8d2bd'] as const;
const CARS = ['#b4342d', '#2e5f9e', '#e0b43c', '#4d4f55', '#e9e9ea'] as const;
const SHIRTS = ['#7a3f8f', '#2f7f6f', '#c4572f', '#34495e'] as const;

const one = <T>(draw: Draw, items: readonly T[]): T => items[draw(items.length)] as T;
const pointsOf = (points: readonly Point[]): string => points.map(({ x, y }) => `${x},${y}`).join(' ');
const box = (x: number, y: number, width: number, height: number): Geometry => ({
  kind: 'box',
  version: 1,
  x,
  y,
  width,
  height,
});

function house(draw: Draw, left: number): Drawn {
  const [width, height] = [90 + draw(40), 70 + draw(40)];
  const [top, bottom] = [250 - height, 250];
  const border = [
    { x: left, y: bottom },
    { x: left, y: top },
    { x: left + width / 2, y: top - 36 },
    { x: left + width, y: top },
    { x: left + width, y: bottom },
  ];
  const roof = pointsOf([border[1], border[2], border[3]] as Point[]);
  const panes = [0.2, 0.62].map(
    (at) => `<rect x="${left + width * at}" y="${top + 18}" width="18" height="20" fill="#f7eec2"/>`,
  );
  return {
    svg: `<polygon points="${pointsOf(border)}" fill="${one(draw, WALLS)}"/><polygon points="${roof}" fill="#6b4a3a"/>${panes.join('')}`,
    thing: { label: 'House', geometry: { kind: 'polygon', version: 1, points: border } },
  };
}

function tree(draw: Draw, left: number): Drawn {
  const [rx, ry, bottom] = [24 + draw(14), 30 + draw(16), 262];
  const [cx, cy] = [left + rx, bottom - 26 - ry];
  return {
    svg: `<rect x="${cx - 5}" y="${cy}" width="10" height="${bottom - cy}" fill="#6d5138"/><ellipse cx="${cx}" cy="${cy}" rx="${rx}" ry="${ry}" fill="#4c7a45"/>`,
    thing: {
      label: 'Tree',
      geometry: { kind: 'ellipse', version: 1, cx, cy, rx, ry, rotation: 0 },
    },
  };
}

function car(draw: Draw, left: number): Drawn {
  const [width, height, top] = [110 + draw(24), 46, 300 + draw(36)];
  const paint = one(draw, CARS);
  const wheel = (x: number) => `<circle cx="${x}" cy="${top + height - 4}" r="12" fill="#1d1f23"/>`;
  return {
    svg: `<rect x="${left + 22}" y="${top}" width="${width - 48}" height="26" rx="9" fill="${paint}"/><rect x="${left}" y="${top + 18}" width="${width}" height="24" rx="8" fill="${paint}"/><rect x="${left + 32}" y="${top + 5}" width="${width - 68}" height="14" rx="4" fill="#cfe2ee"/>${wheel(left + 26)}${wheel(left + width - 26)}`,
    thing: { label: 'Car', geometry: box(left, top, width, height + 8) },
  };
}

/** Joints of a person, in the order in which they are set, and the bones between them. */
export const PERSON = {
  joints: ['head', 'neck', 'left hand', 'right hand', 'hip', 'left foot', 'right foot'],
  bones: [
    [0, 1],
    [1, 2],
    [1, 3],
    [1, 4],
    [4, 5],
    [4, 6],
  ] as [number, number][],
};

function person(draw: Draw, left: number): Drawn {
  const top = 236 + draw(20);
  const [x, swing] = [left + 20, 6 + draw(10)];
  const at: Point[] = [
    { x, y: top + 8 },
    { x, y: top + 20 },
    { x: x - swing, y: top + 48 },
    { x: x + swing, y: top + 46 },
    { x, y: top + 54 },
    { x: x - swing + 2, y: top + 92 },
    { x: x + swing - 2, y: top + 92 },
  ];
  const limb = ([from, to]: [number, number], stroke: string, width: number) =>
    `<line x1="${at[from]?.x}" y1="${at[from]?.y}" x2="${at[to]?.x}" y2="${at[to]?.y}" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round"/>`;
  const shirt = one(draw, SHIRTS);
  const bones = PERSON.bones
    .slice(1)
    .map((bone, nth) => limb(bone, nth < 3 ? shirt : '#2b2f3a', nth === 2 ? 16 : 7));
  return {
    svg: `${bones.join('')}<circle cx="${x}" cy="${top + 8}" r="8" fill="#d8a47f"/>`,
    thing: {
      label: 'Person',
      geometry: {
        kind: 'skeleton',
        version: 1,
        joints: PERSON.joints.map((name, nth) => ({
          name,
          x: at[nth]?.x ?? 0,
          y: at[nth]?.y ?? 0,
          visibility: 'visible',
        })),
      },
    },
  };
}

/** A street with houses, trees, cars and people, the same for the same number. What stands in it is known exactly. */
export function streetScene(number: number): Scene {
  const stream = createStream('demo-street-scenes', `scene ${number}`);
  let drawn = 0;
  const draw: Draw = (below) => {
    drawn += 1;
    return drawInteger(stream, drawn, below);
  };
  const { width, height } = SCENE_SIZE;
  const behind = [20, 190, 350, 500].flatMap((left) => {
    const what = draw(3);
    if (what === 0) return [];
    return [what === 1 ? house(draw, left + draw(20)) : tree(draw, left + 20 + draw(30))];
  });
  const onRoad = [30, 250, 450].flatMap((left) => (draw(3) === 0 ? [] : [car(draw, left + draw(50))]));
  const people = [130, 310, 560].flatMap((left) => (draw(2) === 0 ? [] : [person(draw, left + draw(24))]));
  const all = [...behind, ...people, ...onRoad];
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="${one(draw, SKIES)}"/>`,
    `<circle cx="${80 + draw(480)}" cy="${50 + draw(40)}" r="24" fill="#f7e7a1"/>`,
    `<rect y="240" width="${width}" height="50" fill="#a9a48f"/><rect y="290" width="${width}" height="130" fill="#6d7075"/>`,
    ...[60, 220, 380, 540].map((x) => `<rect x="${x}" y="398" width="60" height="6" fill="#dcd9c9"/>`),
    ...all.map((each) => each.svg),
    '</svg>',
  ].join('');
  return { svg, things: all.map(({ thing }) => thing) };
}

/** What a careless detector would say of a scene: one thing is missed, misplaced, or called otherwise. */
export function withFault(number: number, things: readonly Thing[]): Thing[] {
  const stream = createStream('demo-street-faults', `scene ${number}`);
  const boxes = things.flatMap((thing, at) => (thing.geometry.kind === 'box' ? [at] : []));
  const kind = drawInteger(stream, 0, 4);
  if (kind === 0 || things.length === 0) return things.slice(1);
  const [at] = boxes;
  if (kind === 1 && at !== undefined) {
    return things.map((thing, nth) =>
      nth === at && thing.geometry.kind === 'box'
        ? { ...thing, geometry: { ...thing.geometry, x: Math.max(0, thing.geometry.x - 30) } }
        : thing,
    );
  }
  if (kind === 2) return [...things, { label: 'Car', geometry: box(290, 20, 80, 40) }];
  return [...things];
}
