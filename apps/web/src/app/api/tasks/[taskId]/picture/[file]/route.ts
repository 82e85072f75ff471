import { handleTaskPicture } from '@assay/api';
import { apiContext } from '~/server/api-context.ts';

type Params = { params: Promise<{ taskId: string; file: string }> };

/** The picture that somebody labels; the organisation is in the address, since an element of a page asks for it. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const org = searchParams.get('org');
  const { taskId, file } = await params;
  return handleTaskPicture(await apiContext(request, org), taskId, file, searchParams.get('frame'));
}
