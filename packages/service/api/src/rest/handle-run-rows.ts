import { AssayError, id, type RowsFormat, rowsFormat } from '@assay/contracts';
import { exportRunRows } from '@assay/services';
import type { ApiContext } from '../frame/context.ts';
import { download, rawAccess, rawProblem, whereOf } from './raw-access.ts';

const CONTENT_TYPES: Readonly<Record<RowsFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
};

/** The rows of a run that match `where`, as `rows.csv`, `rows.jsonl` or `rows.parquet`. */
export async function handleRunRows(
  request: Request,
  context: ApiContext,
  runId: string,
  file: string,
): Promise<Response> {
  try {
    if (!id.safeParse(runId).success) throw new AssayError('bad-input', 'This is no run id.');
    const format = rowsFormat.safeParse(file.startsWith('rows.') ? file.slice('rows.'.length) : '').data;
    if (format === undefined) {
      throw new AssayError('not-found', 'There is no such file of a run.', {
        next: 'Ask for rows.csv, rows.jsonl or rows.parquet.',
      });
    }
    const actor = await rawAccess(context, 'run.readRows', { kind: 'run', id: runId });
    const rows = exportRunRows(
      context.deps,
      actor,
      { runId, format, predicate: whereOf(request) },
      context.signal,
    );
    return await download(rows, {
      name: `run-${runId}.${format}`,
      contentType: CONTENT_TYPES[format],
    });
  } catch (thrown) {
    return rawProblem(thrown, context);
  }
}
