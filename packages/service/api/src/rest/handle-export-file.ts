import { AssayError, exportFileKind, id } from '@assay/contracts';
import { downloadExport } from '@assay/services';
import type { ApiContext } from '../frame/context.ts';
import { fileResponse, rawAccess, rawProblem } from './raw-access.ts';

/** A file of an export by its kind: `data`, `annotations`, `documents`, `manifest`, `card` or `croissant`. */
export async function handleExportFile(
  context: ApiContext,
  exportId: string,
  file: string,
): Promise<Response> {
  try {
    if (!id.safeParse(exportId).success) throw new AssayError('bad-input', 'This is no id of an export.');
    const kind = exportFileKind.safeParse(file).data;
    if (kind === undefined) {
      throw new AssayError('not-found', 'There is no such file of an export.', {
        next: `Ask for one of ${exportFileKind.options.join(', ')}.`,
      });
    }
    const actor = await rawAccess(context, 'export.download', { kind: 'versionExport', id: exportId });
    return fileResponse(await downloadExport(context.deps, actor, { exportId, kind }));
  } catch (thrown) {
    return rawProblem(thrown, context);
  }
}
