import { AssayError, id } from '@assay/contracts';
import { appendUpload, discardUpload, getUpload } from '@assay/services';
import type { ApiContext } from '../frame/context.ts';
import { rawAccess, rawProblem } from './raw-access.ts';

const TUS = { 'tus-resumable': '1.0.0', 'cache-control': 'no-store' };

async function* bodyOf(request: Request): AsyncGenerator<Uint8Array> {
  const reader = request.body?.getReader();
  if (reader === undefined) return;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    reader.releaseLock();
  }
}

/**
 * The resumable part of an upload: tus 1.0.0, core and termination. HEAD asks for the offset, PATCH appends at it,
 * DELETE gives up. An upload is announced by the procedure `upload.create`.
 */
export async function handleUpload(
  request: Request,
  context: ApiContext,
  uploadId: string,
): Promise<Response> {
  try {
    if (!id.safeParse(uploadId).success) throw new AssayError('bad-input', 'This is no upload id.');
    const actor = await rawAccess(context, 'source.create', { kind: 'upload', id: uploadId });
    if (request.method === 'HEAD') {
      const upload = await getUpload(context.deps, actor, { uploadId });
      return new Response(null, {
        status: 200,
        headers: { ...TUS, 'upload-offset': String(upload.received), 'upload-length': String(upload.size) },
      });
    }
    if (request.method === 'DELETE') {
      await discardUpload(context.deps, actor, { uploadId });
      return new Response(null, { status: 204, headers: TUS });
    }
    if (request.headers.get('content-type') !== 'application/offset+octet-stream') {
      throw new AssayError('bad-input', 'A part of an upload has the type application/offset+octet-stream.', {
        field: 'Content-Type',
      });
    }
    const offset = Number(request.headers.get('upload-offset') ?? Number.NaN);
    if (!Number.isSafeInteger(offset) || offset < 0) {
      throw new AssayError('bad-input', 'Upload-Offset must be a whole number of bytes.', {
        field: 'Upload-Offset',
      });
    }
    const { received } = await appendUpload(context.deps, actor, { uploadId, offset, body: bodyOf(request) });
    return new Response(null, { status: 204, headers: { ...TUS, 'upload-offset': String(received) } });
  } catch (thrown) {
    return rawProblem(thrown, context);
  }
}
