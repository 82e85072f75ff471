import { handleRest } from '@assay/api';
import { apiContext, isForgedWrite } from '~/server/api-context.ts';

async function handle(request: Request): Promise<Response> {
  if (isForgedWrite(request)) return new Response('Cross-site requests are refused.', { status: 403 });
  return handleRest(request, await apiContext(request, null));
}

export { handle as DELETE, handle as GET, handle as PATCH, handle as POST, handle as PUT };
