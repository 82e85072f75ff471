import { AssayError, imagePyramid, notFound } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import { tileRange } from '@assay/images';
import { readBlob } from '../blobs/read-blob.ts';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { requirePerson } from '../frame/require-person.ts';
import { recordAccess } from '../ledger/record-access.ts';
import { type ImageRow, requireImage } from './read-images.ts';

export type ImageRendition = 'thumbnail' | 'preview';
export type ImageBytes = { contentType: string; bytes: number; content: AsyncIterable<Uint8Array> };

async function whole(deps: Deps, actor: Actor, keyOf: (row: ImageRow) => string, imageId: string) {
  const key = await query(deps, actor, async (t) => keyOf(await requireImage(t, imageId)));
  return readBlob(deps, actor, key);
}

/** A smaller picture for looking at, without what the file says beside its pixels. */
export function readRendition(
  deps: Deps,
  actor: Actor,
  input: { imageId: string; rendition: ImageRendition },
): Promise<ImageBytes> {
  const keyOf = (row: ImageRow) => (input.rendition === 'thumbnail' ? row.thumbnailKey : row.previewKey);
  return whole(deps, actor, keyOf, input.imageId);
}

type TilePlace = { level: number; column: number; row: number };

/** One tile of a large picture. */
export async function readTile(
  deps: Deps,
  actor: Actor,
  input: TilePlace & { imageId: string },
): Promise<ImageBytes> {
  const image = await query(deps, actor, (t) => requireImage(t, input.imageId));
  return tileOf(deps, actor, image, input);
}

async function tileOf(
  deps: Deps,
  actor: Actor,
  image: Pick<ImageRow, 'pyramid' | 'pyramidKey'>,
  { level, column, row }: TilePlace,
): Promise<ImageBytes> {
  const pyramid = imagePyramid.nullable().parse(image.pyramid ?? null);
  const tile = pyramid === null ? null : tileRange(pyramid, level, column, row);
  if (tile === null || image.pyramidKey === null) {
    throw new AssayError('not-found', 'There is no such tile of this picture.');
  }
  const { start, end, mediaType } = tile;
  const range = { offset: start, length: end - start };
  const { content } = await readBlob(deps, actor, image.pyramidKey, range);
  return { contentType: mediaType, bytes: end - start, content };
}

/**
 * The picture of a task, or a tile of it, for the person whose turn it is. Who labels sees the pictures that they are
 * given, and none beside them.
 */
export async function readTaskPicture(
  deps: Deps,
  actor: Actor,
  input: { taskId: string; part: ImageRendition | TilePlace; frame?: number },
): Promise<ImageBytes> {
  const personId = requirePerson(actor);
  const [image] = await query(deps, actor, (t) =>
    t.images.ofTasks([input.taskId], personId, input.frame ?? 0),
  );
  if (image === undefined) throw notFound('picture');
  const { part } = input;
  if (typeof part === 'object') return tileOf(deps, actor, image, part);
  return readBlob(deps, actor, part === 'thumbnail' ? image.thumbnailKey : image.previewKey);
}

/** The file as it came, with all that it says. That it left is on record. */
export async function downloadOriginal(
  deps: Deps,
  actor: Actor,
  input: { imageId: string },
): Promise<ImageBytes & { name: string }> {
  const row = await query(deps, actor, (t) => requireImage(t, input.imageId));
  await recordAccess(deps, actor, {
    action: 'image.downloaded',
    object: { type: 'image', id: row.id },
    projectId: row.projectId,
    details: { sha256: row.sha256 },
  });
  const file = await whole(deps, actor, ({ originalKey }) => originalKey, row.id);
  // Letters, digits and little else: the name goes into a header.
  const name = (row.path.split('/').at(-1) ?? '').replaceAll(/[^\w.-]+/g, '_').slice(-120);
  return { ...file, name: name === '' ? `image.${row.format}` : name };
}
