import { AssayError, id } from '@assay/contracts';
import { downloadReport } from '@assay/services';
import type { ApiContext } from '../frame/context.ts';
import { rawAccess, rawProblem } from './raw-access.ts';

/** A report as a file: `report.json` is its document, `report.html` the page to read and print, `report.pdf` to hand on. */
export async function handleReportFile(
  context: ApiContext,
  reportId: string,
  file: string,
): Promise<Response> {
  try {
    if (!id.safeParse(reportId).success) throw new AssayError('bad-input', 'This is no report id.');
    const format = { 'report.json': 'json', 'report.html': 'html', 'report.pdf': 'pdf' } as const;
    if (!Object.hasOwn(format, file)) {
      throw new AssayError('not-found', 'There is no such file of a report.', {
        next: 'Ask for report.json, report.html or report.pdf.',
      });
    }
    const actor = await rawAccess(context, 'report.read', { kind: 'report', id: reportId });
    const made = await downloadReport(context.deps, actor, {
      reportId,
      format: format[file as keyof typeof format],
    });
    return new Response(made.content, {
      headers: {
        'content-type': made.contentType,
        'content-disposition': `attachment; filename="${made.fileName}"`,
        'cache-control': 'no-store',
      },
    });
  } catch (thrown) {
    return rawProblem(thrown, context);
  }
}
