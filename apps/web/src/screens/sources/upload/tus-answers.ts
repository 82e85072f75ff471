import type { DetailedError } from 'tus-js-client';

/** Half a minute apart in the end, for half an hour; each part that arrives starts the count anew. */
export const RETRY_DELAYS_MS = [0, 1000, 3000, 5000, 10_000, 20_000, ...Array<number>(60).fill(30_000)];

/** What the server says in the body of a refused part. */
export function refusalText(error: Error | DetailedError): string {
  const response = 'originalResponse' in error ? error.originalResponse : null;
  try {
    const body: unknown = JSON.parse(response?.getBody() ?? '');
    if (typeof body === 'object' && body !== null) {
      const { detail, title, message } = body as Record<string, unknown>;
      for (const text of [detail, message, title]) if (typeof text === 'string') return text;
    }
  } catch {
    // Not JSON: the client's own words have to do.
  }
  return error.message;
}

/** The status of the answer; null where none came. */
export function statusOf(error: Error | DetailedError): number | null {
  return 'originalResponse' in error ? (error.originalResponse?.getStatus() ?? null) : null;
}

/** Would the same part be taken if it is sent again? A refusal of the server stays one. */
export function isWorthRetrying(error: Error | DetailedError): boolean {
  const status = statusOf(error);
  return status === null || status === 409 || status === 423 || status >= 500;
}
