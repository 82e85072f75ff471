import { verifyCheckpoint } from '../note/verify-checkpoint.ts';
import type { ExportHeader } from './export-format.ts';
import type { VerifyContext } from './verify-context.ts';

/** Checks the header against the given key and takes the root for the entries' proofs from its checkpoint. */
export function checkHeader(context: VerifyContext, header: ExportHeader, line: number): void {
  const { key, problems } = context;
  context.header = header;
  if (header.verifierKey !== key.text) {
    const message =
      'The key given is not the key in the file: it is another ledger, or the file was re-signed.';
    problems.add('wrong-key', { line }, message);
  }
  if (header.origin !== key.name) {
    const message = `The file is of the ledger "${header.origin}", the key of "${key.name}".`;
    problems.add('wrong-key', { line }, message);
  }
  const opened = verifyCheckpoint(header.checkpoint, key);
  if (!opened.ok) {
    problems.add('header-checkpoint', { line }, "The header's checkpoint is not signed by this key.");
    return;
  }
  if (opened.checkpoint.size !== header.size) {
    const message = `The header says ${header.size} entries, its signed checkpoint ${opened.checkpoint.size}.`;
    problems.add('header-checkpoint', { line }, message);
    context.header = { ...header, size: opened.checkpoint.size };
  }
  context.root = { hash: opened.checkpoint.root, signed: true };
}
