import { AssayError, id } from '@assay/contracts';
import { exportLogCsv } from '@assay/services';
import { z } from 'zod';
import type { ApiContext } from '../frame/context.ts';
import { isoMoment } from '../schemas/common.ts';
import { rawAccess, rawProblem, streamBody } from './raw-access.ts';

const filter = z.object({
  actorId: id.optional(),
  action: z.string().max(100).optional(),
  objectType: z.string().max(100).optional(),
  objectId: id.optional(),
  projectId: id.optional(),
  from: isoMoment.optional(),
  to: isoMoment.optional(),
});

/** The entries of the log that match the filter in the address, as CSV. */
export async function handleLogCsv(request: Request, context: ApiContext): Promise<Response> {
  try {
    const actor = await rawAccess(context, 'log.export', null);
    const { org: _, ...asked } = Object.fromEntries(new URL(request.url).searchParams);
    const parsed = filter.safeParse(asked);
    if (!parsed.success) {
      throw new AssayError('bad-input', 'This filter of the log cannot be read.', {
        field: String(parsed.error.issues[0]?.path[0] ?? ''),
      });
    }
    const lines = await exportLogCsv(context.deps, actor, parsed.data);
    return new Response(streamBody(lines), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="log.csv"',
        'cache-control': 'no-store',
      },
    });
  } catch (thrown) {
    return rawProblem(thrown, context);
  }
}
