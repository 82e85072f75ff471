/** An entry's line, taken apart: everything but the payload is text without a character that JSON escapes. */
export interface EntryLine {
  /** Place among the entries of the file, from 1: by it a dropped line is found also where indexes have gaps. */
  readonly number: number;
  readonly index: number;
  readonly commitment: string;
  readonly proof: readonly string[];
  /** Null when destroyed. */
  readonly content: { readonly salt: string; readonly canonicalPayload: string } | null;
}

/** The canonical text of an entry's line, without its newline. Reader and writer share it. */
export function formatEntryLine(entry: EntryLine): string {
  const { content } = entry;
  const proof = entry.proof.length === 0 ? '[]' : `["${entry.proof.join('","')}"]`;
  return (
    `{"commitment":"${entry.commitment}","destroyed":${content === null},"index":${entry.index},` +
    `"number":${entry.number},"payload":${content === null ? 'null' : content.canonicalPayload},` +
    `"proof":${proof},"salt":${content === null ? 'null' : `"${content.salt}"`},"type":"entry"}`
  );
}
