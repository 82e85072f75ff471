import type { AnyProcedure, AnyRouter } from '@trpc/server';
import type { Meta } from './trpc.ts';

export type ListedProcedure = {
  /** With dots, as clients call it. */
  path: string;
  type: AnyProcedure['_def']['type'];
  meta: Meta;
  /** The schemas of its input, in the order in which they are asked. */
  inputs: readonly unknown[];
  output: unknown;
};

/** Every procedure of a router, however deep. The router keeps them flat, by path. */
export function listProcedures(router: AnyRouter): ListedProcedure[] {
  const procedures: Record<string, AnyProcedure> = router._def.procedures;
  return Object.entries(procedures).map(([path, { _def }]) => ({
    path,
    type: _def.type,
    meta: (_def.meta ?? {}) as Meta,
    inputs: _def.inputs,
    output: 'output' in _def ? _def.output : null,
  }));
}
