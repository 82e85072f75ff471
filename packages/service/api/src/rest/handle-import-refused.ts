import { AssayError, id } from '@assay/contracts';
import { downloadRefused } from '@assay/services';
import type { ApiContext } from '../frame/context.ts';
import { download, rawAccess, rawProblem } from './raw-access.ts';

/** What was not taken of a file of labels, with the reasons, as CSV. */
export async function handleImportRefused(context: ApiContext, importId: string): Promise<Response> {
  try {
    if (!id.safeParse(importId).success) throw new AssayError('bad-input', 'This is no import id.');
    const actor = await rawAccess(context, 'label.import', { kind: 'labelImport', id: importId });
    const { fileName, content } = await downloadRefused(context.deps, actor, { importId });
    return await download(content, { name: fileName, contentType: 'text/csv; charset=utf-8' });
  } catch (thrown) {
    return rawProblem(thrown, context);
  }
}
