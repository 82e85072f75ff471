import { openApiDocument } from '@assay/api';
import { server } from '~/server/deps.ts';

export async function GET(): Promise<Response> {
  const { deps } = await server();
  return Response.json(openApiDocument(deps.baseUrl));
}
