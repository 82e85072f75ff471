import { AssayError } from '@assay/contracts';
import { CommandError } from './command-error.ts';

/** A refusal of the product as the command says it, in one line with what to do next; anything else as it is. */
export function asCommandError(error: unknown): unknown {
  if (!(error instanceof AssayError)) return error;
  const parts = [error.message, error.next].filter(
    (part) => part !== null && part !== undefined && part !== '',
  );
  return new CommandError(parts.join(' ').replace(/\s+/g, ' '));
}
