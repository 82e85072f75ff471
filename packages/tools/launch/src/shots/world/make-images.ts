import { eventually, pngOf } from '@assay/testkit';
import type { ApiSession } from '../../api-session.ts';
import { upload } from './upload-table.ts';

export type ImageWorld = {
  imageImport: string;
  /** A large picture, of which only tiles are loaded. */
  image: string;
  /** Of those pictures with others that count as real ones. */
  imageComparison: string;
};

const NAME = 'Drawn scenes';
const BESIDE = 'Drawn scenes that stand for real ones';
const READING_MS = 120_000;

type Colour = readonly [number, number, number];
const mix = (a: Colour, b: Colour, share: number): Colour => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
  a[2] + (b[2] - a[2]) * share,
];

/** A landscape of hills, houses and a sun, drawn from a number. */
function sceneOf(seed: number, width: number, height: number, light = 1): Buffer {
  const pick = (at: number, of: number): number => (Math.imul(seed * 31 + at, 2_654_435_761) >>> 8) % of;
  const sun = {
    x: (0.15 + pick(1, 70) / 100) * width,
    y: 0.22 * height,
    r: (0.06 + pick(2, 5) / 100) * height,
  };
  const houses = Array.from({ length: 2 + pick(3, 4) }, (_, at) => ({
    x: ((at + 0.4 + pick(4 + at, 50) / 100) / 6) * width,
    size: (0.08 + pick(10 + at, 8) / 100) * height,
    colour: [
      [196, 92, 70],
      [226, 200, 150],
      [120, 140, 170],
      [90, 120, 96],
    ][pick(20 + at, 4)] as unknown as Colour,
  }));
  const hill = (x: number): number =>
    height *
    (0.66 + 0.09 * Math.sin((x / width) * (4 + pick(5, 5)) + seed) + 0.03 * Math.sin((x / width) * 23));
  const lit = (value: number): number => Math.min(255, value * light);
  const shade = (colour: Colour): Colour => [lit(colour[0]), lit(colour[1]), lit(colour[2])];
  return pngOf(width, height, (x, y) => {
    for (const { x: left, size, colour } of houses) {
      const base = hill(left + size / 2) + size * 0.15;
      if (x >= left && x < left + size && y < base && y >= base - size) {
        const isWindow =
          ((x - left) / size) % 0.5 > 0.15 &&
          ((x - left) / size) % 0.5 < 0.35 &&
          (base - y) / size > 0.45 &&
          (base - y) / size < 0.75;
        return shade(isWindow ? [250, 236, 170] : colour);
      }
      const roof = base - size - y;
      if (
        roof >= 0 &&
        roof < size * 0.5 &&
        Math.abs(x - left - size / 2) < size * 0.6 * (1 - roof / (size * 0.5))
      ) {
        return shade([110, 52, 44]);
      }
    }
    if (y > hill(x)) return shade(mix([94, 140, 80], [50, 88, 52], (y - hill(x)) / (height * 0.35)));
    if (Math.hypot(x - sun.x, y - sun.y) < sun.r) return shade([255, 232, 140]);
    return shade(mix([120, 176, 226], [222, 236, 244], y / (height * 0.7)));
  });
}

type Import = {
  projectId: string;
  name: string;
  about: { origin: 'synthetic' | 'real'; generator?: string; licence: string };
  files: () => [name: string, content: string | Uint8Array][];
};

/** An import of this name, once all of it is read. */
async function imported(session: ApiSession, { projectId, name, about, files }: Import): Promise<string> {
  const { api } = session;
  const { imports } = await api.imageImport.list.query({ projectId });
  let importId = imports.find((each) => each.name === name && each.status !== 'WITHDRAWN')?.id;
  if (importId === undefined) {
    const uploadIds: string[] = [];
    for (const [file, content] of files()) uploadIds.push(await upload(session, projectId, file, content));
    ({ importId } = await api.imageImport.create.mutate({ projectId, name, about, uploadIds }));
  }
  const made = importId;
  await eventually(
    async () => {
      const found = await api.imageImport.get.query({ importId: made });
      if (found.status === 'READING') throw new Error('It is not read yet.');
      if (found.status !== 'DONE') throw new Error(`It is ${found.status}.`);
    },
    { timeout: READING_MS, interval: 250 },
  );
  return made;
}

/** One import beside another, once it is computed. */
async function compared({ api }: ApiSession, projectId: string, made: string, real: string): Promise<string> {
  const known = (await api.imageComparison.list.query({ projectId })).comparisons[0];
  const { comparisonId } =
    known === undefined
      ? await api.imageComparison.start.mutate({
          projectId,
          real: { importId: real },
          made: { importId: made },
        })
      : { comparisonId: known.id };
  await eventually(
    async () => {
      const { document, job } = await api.imageComparison.get.query({ comparisonId });
      if (document === null) throw new Error(`Its job is ${job?.status}.`);
    },
    { timeout: READING_MS, interval: 250 },
  );
  return comparisonId;
}

const numbered = (name: string, from: number, count: number): [string, Uint8Array][] =>
  Array.from({ length: count }, (_, at) => [
    `${name}-${String(at + 1).padStart(2, '0')}.png`,
    sceneOf(from + at, 480, 320),
  ]);

/** Pictures that came in, with files that could not, and others that they are compared with. */
export async function makeImages(session: ApiSession, projectId: string): Promise<ImageWorld> {
  const imageImport = await imported(session, {
    projectId,
    name: NAME,
    about: { origin: 'synthetic', generator: 'The demo’s own drawing', licence: 'CC0' },
    files: () => [
      ...numbered('scene', 1, 14),
      ['scene-night.png', sceneOf(40, 480, 320, 0.06)],
      ['scene-01-brighter.png', sceneOf(1, 480, 320, 1.02)],
      ['panorama.png', sceneOf(77, 3000, 1200)],
      ['icon.png', sceneOf(5, 40, 40)],
      ['readme.txt', 'How these scenes were drawn.'],
      ['logo.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
      ['broken.png', sceneOf(6, 480, 320).subarray(0, 900)],
    ],
  });
  const beside = await imported(session, {
    projectId,
    name: BESIDE,
    about: { origin: 'real', licence: 'CC0' },
    files: () => numbered('yard', 120, 8),
  });
  const { images } = await session.api.image.list.query({ projectId, search: 'panorama', limit: 1 });
  const imageComparison = await compared(session, projectId, imageImport, beside);
  return { imageImport, image: images[0]?.id ?? '', imageComparison };
}
