import type { Locator, Page } from '@playwright/test';
import type { Shot } from '../route-plan.ts';
import { DRAWN_STATES, type DrawnState } from '../world/make-drawings.ts';

/** The picture of these states, and what `zoom-fit` leaves free around it on the canvas. */
const PICTURE = { width: 640, height: 420 };
const PADDING = 32;

type Place = readonly [x: number, y: number];

/** A person at the workbench of pictures; places are those of the picture. */
type Drawer = {
  readonly page: Page;
  readonly use: (tool: string) => Promise<void>;
  readonly click: (...places: readonly Place[]) => Promise<void>;
  readonly hover: (place: Place) => Promise<void>;
  /** Presses at the first of these places, and goes along all of them without a release. */
  readonly hold: (...places: readonly Place[]) => Promise<void>;
  readonly release: () => Promise<void>;
  readonly press: (...keys: readonly string[]) => Promise<void>;
};

async function drawerOn(page: Page): Promise<Drawer> {
  await page.locator('[data-painted=true]').waitFor();
  const canvas = page.getByRole('application', { name: 'Picture to draw on' });
  const frame = await canvas.boundingBox();
  if (frame === null) throw new Error('The canvas has no place.');
  const zoom = Math.min(
    (frame.width - 2 * PADDING) / PICTURE.width,
    (frame.height - 2 * PADDING) / PICTURE.height,
  );
  const [left, top] = [
    frame.x + (frame.width - PICTURE.width * zoom) / 2,
    frame.y + (frame.height - PICTURE.height * zoom) / 2,
  ];
  const hover = ([x, y]: Place) => page.mouse.move(left + x * zoom, top + y * zoom, { steps: 3 });
  const click = async (...places: readonly Place[]) => {
    for (const place of places) {
      await hover(place);
      await page.mouse.down();
      await page.mouse.up();
    }
  };
  return {
    page,
    hover,
    click,
    use: (tool) =>
      page.getByRole('toolbar', { name: 'Tools' }).getByRole('button', { name: tool, exact: true }).click(),
    hold: async (first, ...others) => {
      if (first !== undefined) await hover(first);
      await page.mouse.down();
      for (const place of others) await hover(place);
    },
    release: () => page.mouse.up(),
    press: async (...keys) => {
      await canvas.focus();
      for (const key of keys) await page.keyboard.press(key);
    },
  };
}

const HOUSE: readonly Place[] = [
  [363, 250],
  [363, 152],
  [419, 116],
  [475, 152],
];
const IN_HOUSE: Place = [419, 200];
const [LEFT_CAR, RIGHT_CAR]: readonly [Place, Place] = [
  [100, 330],
  [540, 350],
];

/** The wand and the live-wire wait for the pixels: it is clicked until something is there. */
async function clickUntil({ page, click }: Drawer, place: Place, isThere: () => Promise<boolean>) {
  for (let tries = 0; tries < 40; tries += 1) {
    await click(place);
    if (await isThere()) return;
    await page.waitForTimeout(100);
  }
  throw new Error('The pixels of the picture did not come.');
}

/** Does the topmost canvas show anything? */
const showsDraft = (page: Page) =>
  page.evaluate(() => {
    const canvas = [...document.querySelectorAll<HTMLCanvasElement>('[data-painted] canvas')][3];
    const data = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
    return data?.some((value, at) => at % 4 === 3 && value > 0) ?? false;
  });

const formOf = (page: Page) => page.getByRole('region', { name: 'Selected region' });
const widthOf = (page: Page) => formOf(page).getByRole('spinbutton', { name: 'Width' });
/** What a state is about, where it is not the picture. */
const MIDDLES: Partial<Record<DrawnState, (page: Page) => Locator>> = {
  'region list': (page) => page.getByRole('button', { name: /^Region 3: / }),
  'image class': (page) => page.getByRole('button', { name: /^Region \d+: Clear sky/ }),
  numbers: widthOf,
};

const ACTS: Readonly<Record<DrawnState, (drawer: Drawer) => Promise<void>>> = {
  box: async ({ use, hold }) => {
    await use('Box');
    await hold([200, 290], [260, 330], [320, 370]);
  },
  'rotated box': async ({ use, hold, release, page }) => {
    await use('Rotated box');
    await hold([200, 290], [260, 330], [320, 350]);
    await release();
    const turn = formOf(page).getByRole('spinbutton', { name: 'Turn in degrees' });
    await turn.fill('20');
    await turn.press('Enter');
  },
  polygon: async ({ use, click, hover }) => {
    await use('Polygon');
    await click(...HOUSE);
    await hover([475, 240]);
  },
  polyline: async ({ use, click, hover }) => {
    await use('Line');
    await click([20, 282], [180, 288], [330, 276], [470, 290]);
    await hover([610, 280]);
  },
  point: async ({ use, click }) => {
    await use('Point');
    await click([310, 170], [520, 170]);
  },
  skeleton: async ({ use, click, hover }) => {
    await use('Skeleton');
    await click([300, 240], [300, 262], [280, 296]);
    await hover([320, 296]);
  },
  ellipse: async ({ use, hold }) => {
    await use('Ellipse');
    await hold([205, 145], [250, 200], [285, 240]);
  },
  brush: async ({ use, hold }) => {
    await use('Brush');
    await hold([380, 170], [450, 180], [385, 205], [455, 220], [385, 240]);
  },
  eraser: async ({ use, hold, release }) => {
    await use('Brush');
    await hold([380, 170], [450, 180], [385, 205], [455, 220], [385, 240]);
    await release();
    await use('Eraser');
    await hold([400, 150], [430, 245]);
  },
  wand: async (drawer) => {
    await drawer.use('Wand');
    await clickUntil(drawer, [419, 230], () => showsDraft(drawer.page));
  },
  'live-wire': async (drawer) => {
    await drawer.use('Along edges');
    await clickUntil(drawer, [363, 250], () => showsDraft(drawer.page));
    await drawer.click([419, 116]);
    await drawer.hover([475, 200]);
  },
  slice: async ({ use, click, hold }) => {
    await use('Select');
    await click(IN_HOUSE);
    await use('Slice');
    await hold([340, 180], [420, 190], [500, 210]);
  },
  join: async ({ use, hold, release, press }) => {
    await use('Slice');
    await hold([419, 90], [419, 180], [419, 270]);
    await release();
    // Both parts are selected; a join of them is one polygon again, with its vertices.
    await press('v', 'j');
  },
  relation: async ({ use, hold }) => {
    await use('Relation');
    await hold(LEFT_CAR, [300, 300], RIGHT_CAR);
  },
  'image class': async ({ press, page }) => {
    await press('7', 'i');
    await page
      .getByRole('button', { name: /Clear sky/ })
      .first()
      .waitFor();
  },
  'region list': async ({ page }) => {
    await page.getByRole('button', { name: /^Region 1: / }).click();
    await page.getByRole('button', { name: /^Region 3: / }).click({ modifiers: ['Control'] });
  },
  numbers: async ({ page, use, click }) => {
    await use('Select');
    await click(LEFT_CAR);
    await widthOf(page).fill('126');
  },
  'view panel': async ({ page }) => {
    await page.getByRole('button', { name: 'How the picture is shown' }).click();
    await page.getByRole('checkbox', { name: 'Names of labels' }).click();
    await page.getByRole('checkbox', { name: /^Grid of/ }).click();
  },
  map: async ({ press, page }) => {
    await press('+', '+', '+', '+');
    await page.getByRole('region', { name: 'Map of the picture' }).waitFor();
  },
};

/** Each tool in use on a picture. */
export const DRAWING_STATES: Readonly<Record<string, Shot>> = Object.fromEntries(
  DRAWN_STATES.map((state): [string, Shot] => [
    `with a picture: ${state}`,
    {
      at: (world) => `/o/demo/projects/${world.scenesProject}/work?batch=${world.drawings[state]}`,
      as: 'annotator',
      shows: 'Correct what was proposed',
      inWindow: true,
      ...(MIDDLES[state] === undefined ? {} : { inMiddle: MIDDLES[state] }),
      after: async (page) => ACTS[state](await drawerOn(page)),
    },
  ]),
);
