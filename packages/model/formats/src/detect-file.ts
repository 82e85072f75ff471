import type { ImportNotice, TableFormat, TextEncoding } from '@assay/contracts';
import { guessEncoding } from './guess-encoding.ts';
import { ImportFailure } from './import-failure.ts';
import { binaryKind, isParquetMagic } from './magic-bytes.ts';
import { decodeSample } from './windows-1252.ts';

export type DetectedFile = { format: TableFormat; encoding: TextEncoding; notices: ImportNotice[] };

const notice = (
  severity: ImportNotice['severity'],
  code: string,
  message: string,
  count: number | null = null,
) => ({ severity, code, message, column: null, line: null, count }) satisfies ImportNotice;

/**
 * Tells what a file is from its first bytes (64 KiB or all of it) and, where these leave it open, from its name.
 * Throws `ImportFailure` for an empty file and for archives, workbooks and other files that are not tables.
 */
export function detectFile(head: Uint8Array, fileName: string): DetectedFile {
  if (head.length === 0) {
    throw new ImportFailure(
      'empty-file',
      `${fileName} is empty (0 bytes). Nothing was imported; upload the file again.`,
    );
  }
  const notices: ImportNotice[] = [];
  const extension = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
  if (isParquetMagic(head)) {
    if (extension !== 'parquet' && extension !== 'pq') {
      notices.push(
        notice('info', 'extension', `${fileName} is a Parquet file whatever its name says: read as Parquet.`),
      );
    }
    return { format: 'parquet', encoding: 'utf-8', notices };
  }
  const binary = binaryKind(head);
  if (binary !== null) {
    const asWhat = extension === 'jsonl' ? 'JSONL file' : extension === 'parquet' ? 'Parquet file' : 'CSV';
    throw new ImportFailure(
      'wrong-kind',
      `${fileName} is ${binary.name}, not a ${asWhat}. ${binary.advice} Nothing was imported.`,
    );
  }
  if (extension === 'parquet' || extension === 'pq') {
    throw new ImportFailure(
      'wrong-kind',
      `${fileName} does not begin with the Parquet marker PAR1: it is damaged, or it is not a Parquet file. Nothing was imported.`,
    );
  }
  const guess = guessEncoding(head);
  if (guess.nulBytes > head.length / 10) {
    throw new ImportFailure(
      'wrong-kind',
      `${fileName} holds binary data (${guess.nulBytes} NUL bytes at its beginning), not a table. Nothing was imported.`,
    );
  }
  if (guess.bom > 0) {
    notices.push(
      notice(
        'info',
        'byte-order-mark',
        `The file begins with a byte-order mark (${guess.encoding}); it was taken off.`,
      ),
    );
  }
  if (guess.encoding !== 'utf-8') {
    const sure = guess.uncertain ? 'probably' : 'as';
    notices.push(
      notice(
        guess.uncertain ? 'warning' : 'info',
        'encoding',
        `The text is ${guess.encoding === 'mixed' ? 'UTF-8 with some lines in windows-1252' : `read ${sure} ${guess.encoding}`}. Look at names and accents in the preview; change the encoding if they look wrong.`,
      ),
    );
  }
  return { format: textFormat(head, extension, guess.encoding), encoding: guess.encoding, notices };
}

function textFormat(head: Uint8Array, extension: string, encoding: TextEncoding): TableFormat {
  const text = decodeSample(head, encoding);
  if (/^\s*\{\s*("|\})/.test(text)) return 'jsonl';
  if (extension === 'jsonl' || extension === 'ndjson') return 'jsonl';
  return extension === 'tsv' || extension === 'tab' ? 'tsv' : 'csv';
}
