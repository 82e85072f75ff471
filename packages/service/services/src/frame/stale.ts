import { AssayError } from '@assay/contracts';

/** Somebody else changed it after the actor looked. */
export function stale(what: string): AssayError {
  return new AssayError('stale', `The ${what} was changed by somebody else after you opened it.`, {
    kept: 'Your change was not saved; theirs was.',
    next: 'Load it again, look at the change, and make yours once more.',
  });
}
