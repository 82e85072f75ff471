import { handleImageFile } from '@assay/api';
import { apiContext } from '~/server/api-context.ts';

type Params = { params: Promise<{ imageId: string; file: string }> };

/** A picture is asked for by an element of the page, which cannot carry a header: the organisation is in the address. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const org = new URL(request.url).searchParams.get('org');
  const { imageId, file } = await params;
  return handleImageFile(await apiContext(request, org), imageId, file);
}
