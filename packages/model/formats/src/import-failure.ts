/** Why a file cannot be imported at all. The message says what was found, what was kept and what to do next. */
export type ImportFailureCode =
  | 'wrong-kind'
  | 'empty-file'
  | 'bad-header'
  | 'bad-dialect'
  | 'parquet-truncated'
  | 'parquet-unsupported'
  | 'too-many-columns'
  | 'no-columns'
  | 'disk-full'
  | 'unwritable'
  | 'missing-chunk';

/** A failure of the file or the disk, not of the program: shown to the person as it stands. */
export class ImportFailure extends Error {
  readonly code: ImportFailureCode;
  readonly line: number | null;
  readonly column: string | null;

  constructor(
    code: ImportFailureCode,
    message: string,
    where: { line?: number; column?: string; cause?: unknown } = {},
  ) {
    super(message, where.cause === undefined ? {} : { cause: where.cause });
    this.name = 'ImportFailure';
    this.code = code;
    this.line = where.line ?? null;
    this.column = where.column ?? null;
  }
}
