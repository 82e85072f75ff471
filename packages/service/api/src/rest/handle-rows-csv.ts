import { AssayError, id } from '@assay/contracts';
import { exportRows } from '@assay/services';
import type { ApiContext } from '../frame/context.ts';
import { download, rawAccess, rawProblem, whereOf } from './raw-access.ts';

/** The rows that match a filter as CSV, without the columns that are masked. */
export async function handleRowsCsv(
  request: Request,
  context: ApiContext,
  versionId: string,
): Promise<Response> {
  try {
    if (!id.safeParse(versionId).success) throw new AssayError('bad-input', 'This is no version id.');
    const actor = await rawAccess(context, 'source.readRows', { kind: 'sourceVersion', id: versionId });
    const rows = exportRows(context.deps, actor, { versionId, predicate: whereOf(request) });
    return await download(rows, {
      name: `rows-${versionId}.csv`,
      contentType: 'text/csv; charset=utf-8',
    });
  } catch (thrown) {
    return rawProblem(thrown, context);
  }
}
