import type { CommandStreams } from '../frame/command-streams.ts';
import { fileFault } from '../frame/file-fault.ts';
import { buildVerifyPage } from './build-verify-page.ts';

export const PAGE_HELP = `Usage: assay ledger page --output FILE

Writes one HTML file that verifies exported audit logs in a browser, offline: give it to an auditor together
with the export. The verifier key should reach the auditor another way.

  --output FILE   where to write the page

Exit status: 0 written, 2 the file cannot be written.

Example:
  assay ledger page --output verify.html
`;

/** Runs `assay ledger page`. Gives the exit status: 0 written, 2 the file cannot be written. */
export async function pageCommand(
  { output }: { readonly output: string },
  { stdout, stderr }: CommandStreams,
): Promise<0 | 2> {
  try {
    await buildVerifyPage(output);
  } catch (error) {
    const fault = fileFault(error);
    if (fault === undefined) throw error;
    stderr.write(`The page cannot be written to ${output}: ${fault}.\n`);
    return 2;
  }
  stdout.write(`${output}\n`);
  return 0;
}
