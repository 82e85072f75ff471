import { handleExportFile } from '@assay/api';
import { apiContext } from '~/server/api-context.ts';

type Params = { params: Promise<{ exportId: string; file: string }> };

/** A download is a link, which cannot carry a header: the organisation is in the address. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const org = new URL(request.url).searchParams.get('org');
  const { exportId, file } = await params;
  return handleExportFile(await apiContext(request, org), exportId, file);
}
