import { z } from 'zod';

const remembered = z.object({ uploadId: z.string(), name: z.string(), description: z.string() });
export type RememberedUpload = z.infer<typeof remembered>;

/** What is remembered of a form whose file has been sent, so that a reload loses nothing. */
export function recallUpload(key: string): RememberedUpload | null {
  try {
    const text = sessionStorage.getItem(key);
    const read = remembered.safeParse(text === null ? null : JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

export function rememberUpload(key: string, value: RememberedUpload | null): void {
  try {
    if (value === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // A browser without storage forgets on reload, and nothing else.
  }
}
