import { open } from 'node:fs/promises';
import { NoteError, parseVerifierKey } from '@assay/ledger';
import { CommandError } from '../frame/command-error.ts';
import { fileFault } from '../frame/file-fault.ts';

/** A verifier key is a line; nothing longer is read. */
const MAX_KEY_BYTES = 4096;

/**
 * The verifier key that `--key` names: the key itself, or the path of a file that holds it.
 *
 * @throws CommandError when it is neither
 */
export async function readVerifierKey(keyOrPath: string): Promise<string> {
  const given = faultOf(keyOrPath);
  if (given === undefined) return keyOrPath.trim();
  const held = await readStart(keyOrPath, given);
  const fault = faultOf(held);
  if (fault === undefined) return held.trim();
  throw new CommandError(`The file ${keyOrPath} does not hold a verifier key. ${fault}`);
}

function faultOf(text: string): string | undefined {
  try {
    parseVerifierKey(text);
    return undefined;
  } catch (error) {
    if (error instanceof NoteError) return error.message;
    throw error;
  }
}

async function readStart(path: string, keyFault: string): Promise<string> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(MAX_KEY_BYTES));
      return buffer.toString('utf8', 0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    const fault = fileFault(error) ?? 'it cannot be read';
    throw new CommandError(
      `--key is neither a verifier key nor a file that can be read (${fault}). ${keyFault}`,
    );
  }
}
