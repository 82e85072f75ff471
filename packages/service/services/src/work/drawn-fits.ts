import { type Annotation, AssayError } from '@assay/contracts';
import type { Repositories } from '@assay/db';
import { drawnGeometries } from '@assay/domain';

/** Fails where what was drawn is of another picture: a mask of another size, or a track of another sequence. */
export async function requireDrawnFits(
  t: Repositories,
  taskId: string,
  personId: string,
  payload: Annotation,
): Promise<void> {
  const drawn = Object.entries(payload.answers).flatMap(([questionId, answer]) =>
    answer.kind !== 'regions'
      ? []
      : (['regions', 'rejected'] as const).flatMap((list) =>
          (answer[list] ?? []).map((region, at) => ({
            field: `payload.answers.${questionId}.${list}.${at}`,
            region,
          })),
        ),
  );
  if (drawn.length === 0) return;
  const [picture] = await t.images.ofTasks([taskId], personId);
  const [counted] = await t.images.frameCounts([taskId], personId);
  const kept = 'Your answers are kept as a draft.';
  const next = 'Delete it, and draw it again.';
  for (const { field, region } of drawn) {
    if ((region.track?.frames ?? 0) !== (counted?.frames ?? 0)) {
      const message = 'A region is not of this sequence of frames.';
      throw new AssayError('bad-input', message, { field: `${field}.track`, kept, next });
    }
    const odd = drawnGeometries(region).find(
      ({ geometry }) =>
        geometry.kind === 'mask' && (geometry.width !== picture?.width || geometry.height !== picture.height),
    );
    if (odd === undefined) continue;
    const message = 'A mask has another size than the picture.';
    throw new AssayError('bad-input', message, { field: `${field}.${odd.at}`, kept, next });
  }
}
