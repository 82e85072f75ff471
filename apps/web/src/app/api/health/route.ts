import { health } from '@assay/services';
import { server } from '~/server/deps.ts';

export const dynamic = 'force-dynamic';

/** Names database, queue, storage and worker; 503 when one of them is not well. */
export async function GET(): Promise<Response> {
  const { deps, pingQueue } = await server();
  const report = await health(deps, { pingQueue });
  return Response.json(report, {
    status: report.ok ? 200 : 503,
    headers: { 'cache-control': 'no-store' },
  });
}
