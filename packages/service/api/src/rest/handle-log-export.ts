import type { ApiContext } from '../frame/context.ts';
import { streamLedgerExport } from '../routers/log/stream-ledger-export.ts';
import { rawProblem, streamBody } from './raw-access.ts';

/** The whole log as a file that anybody can verify offline. */
export async function handleLogExport(context: ApiContext): Promise<Response> {
  try {
    const lines = await streamLedgerExport(context, {});
    return new Response(streamBody(lines), {
      headers: {
        'content-type': 'application/jsonl; charset=utf-8',
        'content-disposition': 'attachment; filename="log.assay-ledger.jsonl"',
        'cache-control': 'no-store',
      },
    });
  } catch (thrown) {
    return rawProblem(thrown, context);
  }
}
