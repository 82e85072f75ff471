import { handleLogCsv } from '@assay/api';
import { apiContext } from '~/server/api-context.ts';

export async function GET(request: Request): Promise<Response> {
  const org = new URL(request.url).searchParams.get('org');
  return handleLogCsv(request, await apiContext(request, org));
}
