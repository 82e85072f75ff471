import { rowsFormat } from '@assay/contracts';
import { rowsHref } from '../data/rows-href.ts';
import type { TableAdapter } from '../data/table-adapter.ts';

/** The files that the rows of a run are downloaded as. */
export function runDownloads(runId: string, org: string): TableAdapter['downloads'] {
  return rowsFormat.options.map((format) => ({
    format,
    href: rowsHref(`/api/runs/${runId}/rows.${format}`, org),
  }));
}
