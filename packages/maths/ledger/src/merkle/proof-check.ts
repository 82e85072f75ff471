/** Whether a proof holds; when it does not, why, in one plain clause. */
export type ProofCheck = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/** A failed check. */
export const proofFails = (reason: string): { readonly ok: false; readonly reason: string } => ({
  ok: false,
  reason,
});
