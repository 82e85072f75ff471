import { createHash, hash } from 'node:crypto';
import { type Sha256, verifyExport } from '@assay/ledger';
import { CommandError } from '../frame/command-error.ts';
import type { CommandStreams } from '../frame/command-streams.ts';
import { readVerifierKey } from './read-verifier-key.ts';
import { readWithProgress } from './read-with-progress.ts';
import { reportText } from './report-text.ts';

export const VERIFY_HELP = `Usage: assay ledger verify FILE --key KEY [--json]

Verifies an exported audit log on this computer, without a server: that nothing was changed, left out or
rewritten since it was signed. Names the line and the entry of every problem.

  FILE         an export, *.assay-ledger.jsonl
  --key KEY    the ledger's verifier key (assay/...+1a2b3c4d+AQ...), or a file that holds it.
               Take it from someone you trust, not from the file.
  --json       print the report as JSON ("type": "assay.ledger-verification", "version": 1)

Exit status: 0 it verifies, 1 it does not, 2 wrong usage or a file that cannot be read.

Examples:
  assay ledger verify log.assay-ledger.jsonl --key ledger.key
  assay ledger verify log.assay-ledger.jsonl --key "$ASSAY_LEDGER_KEY" --json > report.json
`;

export interface VerifyArguments {
  readonly file: string;
  /** A verifier key, or the path of a file that holds it. */
  readonly key: string;
  readonly json?: boolean;
}

const sha256: Sha256 = (data) => hash('sha256', data, 'buffer');

/** Runs `assay ledger verify`. Gives the exit status: 0 verified, 1 not verified, 2 wrong usage or input. */
export async function verifyCommand(
  { file, key, json = false }: VerifyArguments,
  { stdout, stderr }: CommandStreams,
): Promise<0 | 1 | 2> {
  try {
    const verifierKey = await readVerifierKey(key);
    const chunks = readWithProgress(file, (percent) => stderr.write(`Verifying ${file}: ${percent}% read\n`));
    const report = await verifyExport(chunks, {
      verifierKey,
      sha256,
      startSha256: () => createHash('sha256'),
    });
    stdout.write(json ? `${JSON.stringify(report, null, 2)}\n` : reportText(report));
    return report.verified ? 0 : 1;
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    stderr.write(`${error.message}\n`);
    return 2;
  }
}
