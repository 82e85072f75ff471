/** A SHA-256 in lower-case hexadecimal. */
export const HASH = /^[0-9a-f]{64}$/;

/** The browser hashes a file in one piece, which has to fit in its memory. */
export const MOST_HASHED_BYTES = 1_000_000_000;

/** The SHA-256 of a file, computed where it is. */
export async function hashFile(file: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
