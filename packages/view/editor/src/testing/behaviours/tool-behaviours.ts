import type { ToolId } from '../../index.ts';
import { box, polygon } from '../driver.ts';
import { BEHAVIOUR_DISC, type Behaviour, click, drag, press } from './behaviour.ts';
import { A, B, geometries, IN_A, IN_B, LEFT, roughSizes, sizes } from './shown.ts';

/** The corners between which shapes are drawn. */
const [FROM, TO] = [
  [100, 120],
  [300, 220],
] as const;
const corners = drag(FROM, TO);
const { x, y, radius } = BEHAVIOUR_DISC;

/** What each tool is there for, done by its key and any pointer. */
export const toolBehaviours: Readonly<Record<ToolId, Behaviour>> = {
  select: {
    given: [A],
    first: press('b', 'v'),
    acts: [click(...IN_A), drag(IN_A, [260, 190])],
    told: geometries,
    gives: [box(200, 150, 120, 80)],
  },
  box: { first: press('b'), acts: [corners], told: geometries, gives: [box(100, 120, 200, 100)] },
  'rotated-box': {
    first: press('r'),
    acts: [corners],
    told: geometries,
    gives: [{ kind: 'rotated-box', version: 1, cx: 200, cy: 170, width: 200, height: 100, rotation: 0 }],
  },
  ellipse: {
    first: press('e'),
    acts: [corners],
    told: geometries,
    gives: [{ kind: 'ellipse', version: 1, cx: 200, cy: 170, rx: 100, ry: 50, rotation: 0 }],
  },
  polygon: {
    first: press('p'),
    acts: [click(100, 100), click(300, 100), click(200, 250), click(100, 100)],
    told: geometries,
    gives: [polygon([100, 100], [300, 100], [200, 250])],
  },
  polyline: {
    first: press('n'),
    acts: [click(100, 100), click(300, 100), click(200, 250), ...press('Enter')],
    told: geometries,
    gives: [
      {
        kind: 'polyline',
        version: 1,
        points: [
          { x: 100, y: 100 },
          { x: 300, y: 100 },
          { x: 200, y: 250 },
        ],
      },
    ],
  },
  point: {
    first: press('d'),
    acts: [click(250, 150)],
    told: geometries,
    gives: [{ kind: 'point', version: 1, x: 250, y: 150 }],
  },
  skeleton: {
    first: press('s'),
    acts: [click(100, 100), click(150, 180, { alt: true }), click(120, 300)],
    told: geometries,
    gives: [
      {
        kind: 'skeleton',
        version: 1,
        joints: [
          { name: 'head', x: 100, y: 100, visibility: 'visible' },
          { name: 'neck', x: 150, y: 180, visibility: 'occluded' },
          { name: 'hip', x: 120, y: 300, visibility: 'visible' },
        ],
      },
    ],
  },
  brush: {
    first: press('m'),
    acts: [drag([100, 100], [200, 100])],
    told: sizes,
    // Radius 10: a way of 100, and a half of a disc at each end.
    gives: [['mask', 2300]],
  },
  eraser: {
    given: [A],
    first: [click(...IN_A), ...press('Shift+b', 'Shift+m')],
    acts: [drag([160, 60], [160, 220])],
    told: sizes,
    // As wide as the brush and as high as the region: 20 x 80 of 120 x 80.
    gives: [['mask', 8000]],
  },
  wand: {
    first: press('w'),
    acts: [click(x, y), ...press('Enter')],
    told: roughSizes,
    gives: [['mask', 11_000]],
  },
  'live-wire': {
    first: press('Shift+w'),
    acts: [
      click(x + radius, y),
      click(x, y + radius),
      click(x - radius, y),
      click(x, y - radius),
      ...press('Enter'),
    ],
    told: roughSizes,
    gives: [['polygon', 11_000]],
  },
  slice: {
    given: [LEFT],
    first: press('c'),
    acts: [drag([170, 50], [170, 260])],
    told: sizes,
    gives: [
      ['polygon', 7000],
      ['polygon', 3000],
    ],
  },
  relation: {
    given: [A, B],
    first: press('k'),
    acts: [drag(IN_A, IN_B)],
    told: ({ relations }) => relations.map(({ from, to }) => [from, to]),
    gives: [['a', 'b']],
  },
};
