import { streamBody } from '@assay/api';
import { contentDisposition } from '@assay/storage';
import { server } from '~/server/deps.ts';

/** A stored file behind a signed address: the signature is the right to it, and ends with it. */
export async function GET(request: Request): Promise<Response> {
  const { deps } = await server();
  const check = deps.storage.verifySignedUrl(request.url);
  if (!check.valid) {
    return new Response(check.reason === 'expired' ? 'This link has expired.' : 'This link is not valid.', {
      status: 403,
    });
  }
  const head = await deps.storage.head(check.key);
  if (head === null) return new Response('This file is not there any more.', { status: 404 });
  return new Response(streamBody(await deps.storage.get(check.key)), {
    headers: {
      'content-type': head.contentType,
      'content-length': String(head.bytes),
      'content-disposition': contentDisposition(check.fileName ?? 'download'),
      'cache-control': 'private, no-store',
    },
  });
}
