import { z } from 'zod';
import type { ShapeModule } from './shape-module.ts';

/** Why a stored geometry cannot be read. */
export type GeometryProblem = {
  /** `newer-version`: this program is older than what wrote it. */
  readonly reason: 'no-geometry' | 'unknown-kind' | 'newer-version' | 'invalid';
  /** What is wrong where. */
  readonly detail: string;
};

export type ReadGeometry<G> =
  | { readonly ok: true; readonly value: G }
  | { readonly ok: false; readonly problem: GeometryProblem };

const header = z.looseObject({ kind: z.string(), version: z.number().int().min(1) });

/** Reads a stored geometry of any version: it is lifted to the newest one and checked. */
export function readStored<G extends { readonly kind: string; readonly version: number }>(
  moduleOf: (kind: string) => ShapeModule<G> | undefined,
  stored: unknown,
): ReadGeometry<G> {
  const refuse = (reason: GeometryProblem['reason'], detail: string): ReadGeometry<G> => ({
    ok: false,
    problem: { reason, detail },
  });
  const head = header.safeParse(stored);
  if (!head.success) return refuse('no-geometry', z.prettifyError(head.error));
  const { kind, version } = head.data;
  const shape = moduleOf(kind);
  if (shape === undefined) return refuse('unknown-kind', kind);
  if (version > shape.version) return refuse('newer-version', `${kind} ${version}`);
  let lifted: Record<string, unknown> = head.data;
  for (let from = version; from < shape.version; from += 1) {
    try {
      lifted = { ...shape.migrations[from]!(lifted), kind, version: from + 1 };
    } catch (failure) {
      return refuse('invalid', `${kind} ${from}: ${failure instanceof Error ? failure.message : failure}`);
    }
  }
  const read = shape.schema.safeParse(lifted);
  return read.success ? { ok: true, value: read.data } : refuse('invalid', z.prettifyError(read.error));
}
