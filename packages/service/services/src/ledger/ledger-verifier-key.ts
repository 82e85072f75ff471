import type { Actor } from '@assay/domain';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';

export type LedgerIdentity = {
  /** `name+keyid+base64`: whoever verifies an export needs it, from somewhere else than the export. */
  verifierKey: string;
  /** Entries that have their place. */
  size: number;
  latestCheckpoint: { note: string; size: number; at: Date } | null;
};

/** The public key of the organisation's ledger, and how far it has grown. */
export async function ledgerVerifierKey(deps: Deps, actor: Actor): Promise<LedgerIdentity> {
  return query(deps, actor, async (t) => {
    const [head, latest] = [await t.ledger.head(), await t.ledger.latestCheckpoint()];
    return {
      verifierKey: deps.signerFor(actor.orgId).verifierKey,
      size: Number(head?.size ?? 0),
      latestCheckpoint: latest && { note: latest.note, size: Number(latest.size), at: latest.at },
    };
  });
}
