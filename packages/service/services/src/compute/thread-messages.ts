import { AssayError, type ErrorCode, errorStatus } from '@assay/contracts';

/** What a thread says. */
export type ThreadMessage =
  | { kind: 'progress'; done: number; total: number }
  | { kind: 'done'; result: object }
  | { kind: 'failed'; error: ThreadError };

/** An error as plain data: classes do not travel between threads. */
export type ThreadError = {
  name: string;
  message: string;
  stack: string | null;
  code: string | null;
  kept: string | null;
  next: string | null;
  field: string | null;
};

export function packError(thrown: unknown): ThreadError {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const of = error instanceof AssayError ? error : null;
  return {
    name: error.name,
    message: error.message,
    stack: error.stack ?? null,
    code: of?.code ?? null,
    kept: of?.kept ?? null,
    next: of?.next ?? null,
    field: of?.field ?? null,
  };
}

const isCode = (code: string | null): code is ErrorCode => code !== null && Object.hasOwn(errorStatus, code);

export function unpackError(packed: ThreadError): Error {
  if (packed.name === 'AssayError' && isCode(packed.code)) {
    return new AssayError(packed.code, packed.message, {
      ...(packed.kept === null ? {} : { kept: packed.kept }),
      ...(packed.next === null ? {} : { next: packed.next }),
      ...(packed.field === null ? {} : { field: packed.field }),
    });
  }
  const error = packed.name === 'RangeError' ? new RangeError(packed.message) : new Error(packed.message);
  if (packed.stack !== null) error.stack = packed.stack;
  return error;
}
