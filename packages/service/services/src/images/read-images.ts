import {
  AssayError,
  type ImageFormat,
  type ImageMark,
  type ImageOrder,
  type ImageOrigin,
  imageFacts,
  imageFormat,
  imageMade,
  imageMark,
  imageOrder,
  imageOrigin,
  notFound,
} from '@assay/contracts';
import type { ListedImage, Repositories } from '@assay/db';
import type { Actor } from '@assay/domain';
import { z } from 'zod';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { documentsOfImageImport, requireImageImport } from './image-import-record.ts';
import { shownPyramid } from './shown-pyramid.ts';

export type ImageRow = NonNullable<Awaited<ReturnType<Repositories['images']['get']>>>;

export async function requireImage(t: Repositories, imageId: string): Promise<ImageRow> {
  const row = await t.images.get(imageId);
  if (row === null) throw notFound('image');
  return row;
}

const marksOf = (marks: readonly string[]): ImageMark[] => z.array(imageMark).parse(marks);

/** The place behind which a page begins, opaque: the order, what it sorts by, and the last id. */
const cursorDocument = z.tuple([imageOrder, z.string(), z.uuid()]);

function writeCursor(order: ImageOrder, last: ListedImage): string {
  return Buffer.from(JSON.stringify([order, last.place, last.id])).toString('base64url');
}

function readCursor(cursor: string, order: ImageOrder): { place: string; id: string } {
  try {
    const [of, place, id] = cursorDocument.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    const isNumber = order !== 'newest' && order !== 'path';
    if (of === order && !(isNumber && place !== 'NaN' && !Number.isFinite(Number(place))))
      return { place, id };
  } catch {
    // Not one of ours: refused below.
  }
  throw new AssayError('bad-input', 'This is no place in this list.', {
    field: 'cursor',
    next: 'Begin again with the first page.',
  });
}

export type ImageFilter = {
  importId?: string | undefined;
  search?: string | undefined;
  mark?: ImageMark | undefined;
  format?: ImageFormat | undefined;
  alike?: string | undefined;
};

/** Pictures of a project. What there is of them is told with the first page. */
export function listImages(
  deps: Deps,
  actor: Actor,
  input: ImageFilter & {
    projectId: string;
    order: ImageOrder;
    cursor?: string | undefined;
    limit: number;
  },
) {
  return query(deps, actor, async (t) => {
    const { projectId, order, cursor, limit } = input;
    const after = cursor === undefined ? null : readCursor(cursor, order);
    const rows = await t.images.list(projectId, input, order, after, limit);
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      images: page.map(({ place: _, ...row }) => ({
        ...row,
        format: imageFormat.parse(row.format),
        marks: marksOf(row.marks),
      })),
      total:
        cursor === undefined
          ? { ...(await t.images.count(projectId)), matching: await t.images.matching(projectId, input) }
          : null,
      next: rows.length > limit && last !== undefined ? writeCursor(order, last) : null,
    };
  });
}

/** How many of the pictures that a list holds are of each origin. */
export function imageOrigins(
  deps: Deps,
  actor: Actor,
  input: ImageFilter & { projectId: string },
): Promise<{ origin: ImageOrigin; images: number }[]> {
  return query(deps, actor, async (t) =>
    (await t.images.origins(input.projectId, input)).map((each) => ({
      ...each,
      origin: imageOrigin.parse(each.origin),
    })),
  );
}

/**
 * A picture: what it is, where it is from, how it measures, where its tiles are, and what stands beside it in a list:
 * that of its import by path where none is asked for.
 */
export function getImage(
  deps: Deps,
  actor: Actor,
  input: { imageId: string; list?: (ImageFilter & { order: ImageOrder }) | undefined },
) {
  return query(deps, actor, async (t) => {
    const row = await requireImage(t, input.imageId);
    const from = await requireImageImport(t, row.importId);
    return {
      id: row.id,
      projectId: row.projectId,
      sha256: row.sha256,
      path: row.path,
      format: imageFormat.parse(row.format),
      bytes: Number(row.bytes),
      width: row.width,
      height: row.height,
      facts: imageFacts.parse(row.facts),
      marks: marksOf(row.marks),
      alike: row.alike,
      made: imageMade.nullable().parse(row.made ?? null),
      import: {
        id: from.id,
        number: from.number,
        name: from.name,
        about: documentsOfImageImport(from).about,
      },
      pyramid: shownPyramid(row.pyramid),
      beside: await t.images.beside(
        row,
        input.list ?? { importId: row.importId },
        input.list?.order ?? 'path',
      ),
      createdAt: row.createdAt,
    };
  });
}
