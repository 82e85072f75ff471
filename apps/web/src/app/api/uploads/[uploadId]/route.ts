import { handleUpload } from '@assay/api';
import { apiContext, isForgedWrite } from '~/server/api-context.ts';

type Params = { params: Promise<{ uploadId: string }> };

async function handle(request: Request, { params }: Params): Promise<Response> {
  if (isForgedWrite(request)) return new Response('Cross-site requests are refused.', { status: 403 });
  return handleUpload(request, await apiContext(request, null), (await params).uploadId);
}

export { handle as DELETE, handle as HEAD, handle as PATCH };
