import { type ExportRange, exportLedger } from '@assay/services';
import type { ApiContext } from '../../frame/context.ts';
import { actorWith } from '../../frame/procedures.ts';

/**
 * The lines of the ledger's export, for the web route that streams them: the one way out that is not a procedure,
 * behind the same permission. Refusals are thrown before the first line.
 */
export async function streamLedgerExport(
  ctx: ApiContext,
  range: ExportRange = {},
): Promise<AsyncIterable<string>> {
  const actor = await actorWith(ctx, 'log.export');
  return exportLedger(ctx.deps, actor, { range });
}
