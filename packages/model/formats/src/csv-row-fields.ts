import { BACKSLASH, type CsvScanOptions, DOUBLE_QUOTE } from './csv-options.ts';

/**
 * Visits the fields of one well-formed row with quotes and escapes resolved, NUL bytes dropped and blanks outside
 * quotes trimmed. Slower than a copy: used for headers and for rows that need rewriting.
 *
 * `visit` gets the content in a scratch buffer that is valid until the next call.
 */
export function visitFields(
  bytes: Uint8Array,
  start: number,
  contentEnd: number,
  options: Pick<CsvScanOptions, 'quote' | 'escape'> & { delimiter: number; space: Uint8Array },
  visit: (content: Uint8Array, length: number, quoted: boolean) => void,
): { nulBytes: number } {
  const quote = options.quote === null ? -1 : options.quote.charCodeAt(0);
  const backslash = options.escape === 'backslash' ? BACKSLASH : -1;
  const { delimiter, space } = options;
  const scratch = new Uint8Array(contentEnd - start + 1);
  let nulBytes = 0;
  let i = start;
  for (;;) {
    let length = 0;
    let quoted = false;
    while (i < contentEnd && space[bytes[i] as number] === 1) i++;
    if (quote !== -1 && i < contentEnd && bytes[i] === quote) {
      quoted = true;
      i++;
      while (i < contentEnd) {
        let byte = bytes[i] as number;
        if (byte === quote) {
          if (bytes[i + 1] !== quote || i + 1 >= contentEnd) break;
          i++;
        } else if (byte === backslash && i + 1 < contentEnd) {
          i++;
          byte = bytes[i] as number;
        }
        if (byte === 0) nulBytes++;
        else scratch[length++] = byte;
        i++;
      }
      while (i < contentEnd && bytes[i] !== delimiter) i++;
    } else {
      while (i < contentEnd && bytes[i] !== delimiter) {
        let byte = bytes[i] as number;
        if (byte === backslash && i + 1 < contentEnd) {
          i++;
          byte = bytes[i] as number;
        }
        if (byte === 0) nulBytes++;
        else scratch[length++] = byte;
        i++;
      }
      while (length > 0 && space[scratch[length - 1] as number] === 1) length--;
    }
    visit(scratch, length, quoted);
    if (i >= contentEnd) return { nulBytes };
    i++;
  }
}

/** True when a field must be quoted in the canonical file. */
export function needsQuotes(content: Uint8Array, length: number, delimiter: number): boolean {
  for (let i = 0; i < length; i++) {
    const byte = content[i] as number;
    if (byte === delimiter || byte === DOUBLE_QUOTE || byte === 10 || byte === 13) return true;
  }
  return length > 0 && (content[0] === 32 || content[length - 1] === 32);
}
