import { AssayError } from '@assay/contracts';

/** Why a file cannot be imported at all. */
export type ImportFailureReason =
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

/**
 * A failure of the file or the disk, not of the program: shown to the person as it stands. The message says what
 * was found, what was kept and what to do next. `code` is 'storage-full' for a full disk, else 'bad-input'.
 */
export class ImportFailure extends AssayError {
  readonly reason: ImportFailureReason;
  readonly line: number | null;
  readonly column: string | null;

  constructor(
    reason: ImportFailureReason,
    message: string,
    where: { line?: number; column?: string; cause?: unknown } = {},
  ) {
    super(reason === 'disk-full' ? 'storage-full' : 'bad-input', message, {
      ...(where.column === undefined ? {} : { field: where.column }),
      ...(where.cause === undefined ? {} : { cause: where.cause }),
    });
    this.name = 'ImportFailure';
    this.reason = reason;
    this.line = where.line ?? null;
    this.column = where.column ?? null;
  }
}
