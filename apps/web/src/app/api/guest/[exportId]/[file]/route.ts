import { handleGuestFile } from '@assay/api';
import { apiContext } from '~/server/api-context.ts';

type Params = { params: Promise<{ exportId: string; file: string }> };

/** Posted by a form, so that the secret of the link stands in no address. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  return handleGuestFile(await apiContext(request, null), request, await params);
}
