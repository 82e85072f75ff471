import { AssayError, id, keyFrame } from '@assay/contracts';
import {
  downloadOriginal,
  downloadRefusedImages,
  readRendition,
  readTaskPicture,
  readTile,
} from '@assay/services';
import type { ApiContext } from '../frame/context.ts';
import { download, fileResponse, rawAccess, rawProblem, streamBody } from './raw-access.ts';

const TILE = /^tile-(\d{1,2})-(\d{1,4})-(\d{1,4})$/;

/** What is shown of a picture never changes; a browser keeps it for a working day, and for one person. */
function shown(file: { contentType: string; bytes: number; content: AsyncIterable<Uint8Array> }): Response {
  return new Response(streamBody(file.content), {
    headers: {
      'content-type': file.contentType,
      'content-length': String(file.bytes),
      'cache-control': 'private, max-age=28800, immutable',
      'content-disposition': 'inline',
      'x-content-type-options': 'nosniff',
      // Nothing in it may run, should it ever be opened as a page.
      'content-security-policy': "default-src 'none'; sandbox",
    },
  });
}

/** The tile that a name asks for; null where it is the name of none. */
function tileNamed(file: string): { level: number; column: number; row: number } | null {
  const tile = TILE.exec(file);
  if (tile === null) return null;
  const [level = 0, column = 0, row = 0] = tile.slice(1).map(Number);
  return { level, column, row };
}

const noSuchFile = (files: string) =>
  new AssayError('not-found', 'There is no such file of a picture.', {
    next: `Ask for ${files}, or a tile that the picture has.`,
  });

/** A picture as `thumbnail`, `preview`, `tile-<level>-<column>-<row>`, or `original` as it came. */
export async function handleImageFile(context: ApiContext, imageId: string, file: string): Promise<Response> {
  try {
    if (!id.safeParse(imageId).success) throw new AssayError('bad-input', 'This is no id of a picture.');
    const actor = await rawAccess(context, 'image.read', { kind: 'image', id: imageId });
    const { deps } = context;
    if (file === 'thumbnail' || file === 'preview') {
      return shown(await readRendition(deps, actor, { imageId, rendition: file }));
    }
    if (file === 'original') return fileResponse(await downloadOriginal(deps, actor, { imageId }));
    const tile = tileNamed(file);
    if (tile === null) throw noSuchFile('thumbnail, preview, original');
    return shown(await readTile(deps, actor, { imageId, ...tile }));
  } catch (thrown) {
    return rawProblem(thrown, context);
  }
}

/**
 * The picture of a task for the person whose turn it is: `thumbnail`, `preview`, `tile-<level>-<column>-<row>`; of a
 * sequence the frame of a number from 0, the first where none is asked for.
 */
export async function handleTaskPicture(
  context: ApiContext,
  taskId: string,
  file: string,
  frame: string | null = null,
): Promise<Response> {
  try {
    if (!id.safeParse(taskId).success) throw new AssayError('bad-input', 'This is no id of a task.');
    const actor = await rawAccess(context, 'task.work', { kind: 'task', id: taskId });
    const part = file === 'thumbnail' || file === 'preview' ? file : tileNamed(file);
    if (part === null) throw noSuchFile('thumbnail, preview');
    const place = keyFrame.shape.frame.safeParse(Number(frame ?? 0));
    if (!place.success) throw new AssayError('bad-input', 'This is no number of a frame.');
    return shown(await readTaskPicture(context.deps, actor, { taskId, part, frame: place.data }));
  } catch (thrown) {
    return rawProblem(thrown, context);
  }
}

/** What was not taken of an import of pictures, with the reasons, as CSV. */
export async function handleRefusedImages(context: ApiContext, importId: string): Promise<Response> {
  try {
    if (!id.safeParse(importId).success) throw new AssayError('bad-input', 'This is no import id.');
    const actor = await rawAccess(context, 'image.read', { kind: 'imageImport', id: importId });
    const { fileName, content } = await downloadRefusedImages(context.deps, actor, { importId });
    return await download(content, { name: fileName, contentType: 'text/csv; charset=utf-8' });
  } catch (thrown) {
    return rawProblem(thrown, context);
  }
}
