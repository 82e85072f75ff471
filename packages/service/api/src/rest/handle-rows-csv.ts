import { AssayError, id } from '@assay/contracts';
import { parsePredicate } from '@assay/domain';
import { exportRows } from '@assay/services';
import type { ApiContext } from '../frame/context.ts';
import { rawAccess, rawProblem, streamBody } from './raw-access.ts';

/** The rows that match a filter as CSV, without the columns that are masked. */
export async function handleRowsCsv(
  request: Request,
  context: ApiContext,
  versionId: string,
): Promise<Response> {
  try {
    if (!id.safeParse(versionId).success) throw new AssayError('bad-input', 'This is no version id.');
    const actor = await rawAccess(context, 'source.readRows', { kind: 'sourceVersion', id: versionId });
    const text = new URL(request.url).searchParams.get('where') ?? '';
    const parsed = text.trim() === '' ? null : parsePredicate(text);
    if (parsed !== null && !parsed.ok) {
      throw new AssayError('bad-input', parsed.error.message, { field: 'where' });
    }
    const rows = exportRows(context.deps, actor, {
      versionId,
      predicate: parsed === null ? { op: 'true' } : parsed.predicate,
    });
    // The first chunk is read here, so that a refusal still has its own status.
    const first = await rows.next();
    async function* all(): AsyncGenerator<Uint8Array> {
      if (first.done !== true) yield first.value;
      yield* rows;
    }
    return new Response(streamBody(all()), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="rows-${versionId}.csv"`,
        'cache-control': 'no-store',
      },
    });
  } catch (thrown) {
    return rawProblem(thrown, context);
  }
}
