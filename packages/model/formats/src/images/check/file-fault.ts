import type { Fault } from './check-geometry.ts';

/** A file, or a part of it, that cannot be read. */
export const fileFault = (
  code: Fault['code'],
  message: string,
  kept = 'What came before was kept, and so were other files.',
): Fault => ({
  code,
  message,
  outcome: 'left-out',
  kept,
  next: 'Make the file anew, and import it again.',
});
