import { handleRefusedImages } from '@assay/api';
import { apiContext } from '~/server/api-context.ts';

type Params = { params: Promise<{ importId: string }> };

/** A download is a link, which cannot carry a header: the organisation is in the address. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const org = new URL(request.url).searchParams.get('org');
  const { importId } = await params;
  return handleRefusedImages(await apiContext(request, org), importId);
}
