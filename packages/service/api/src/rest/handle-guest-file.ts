import { AssayError, exportFileKind, id } from '@assay/contracts';
import { downloadAsGuest } from '@assay/services';
import { z } from 'zod';
import type { ApiContext } from '../frame/context.ts';
import { fileResponse, rawProblemPage } from './raw-access.ts';

const secret = z.string().min(1).max(200);

/**
 * A file of the release that a link is to, for whoever posts the secret of the link. A refusal takes the place of the
 * page of the release in the window, so it is a page.
 */
export async function handleGuestFile(
  context: ApiContext,
  request: Request,
  given: { exportId: string; file: string },
): Promise<Response> {
  try {
    const exportId = id.safeParse(given.exportId).data;
    const kind = exportFileKind.safeParse(given.file).data;
    if (exportId === undefined || kind === undefined) {
      throw new AssayError('not-found', 'There is no such file of the release.', {
        next: 'Open the link again: its page lists the files.',
      });
    }
    const token = secret.safeParse((await readForm(request)).get('token')).data;
    if (token === undefined) {
      throw new AssayError('unauthenticated', 'The secret of the link is missing.', {
        field: 'token',
        next: 'Open the link again and download from its page.',
      });
    }
    return fileResponse(await downloadAsGuest(context.deps, { token, exportId, kind }));
  } catch (thrown) {
    return rawProblemPage(thrown, context, request);
  }
}

/** A short form; nothing that a stranger sends is read without a bound. */
async function readForm(request: Request): Promise<URLSearchParams> {
  const length = Number(request.headers.get('content-length') ?? Number.NaN);
  const type = request.headers.get('content-type') ?? '';
  if (!(length <= 1024) || !type.startsWith('application/x-www-form-urlencoded')) {
    throw new AssayError('bad-input', 'A short form with the secret of the link is expected.');
  }
  return new URLSearchParams(await request.text());
}
