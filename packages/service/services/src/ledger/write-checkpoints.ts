import { formatCheckpoint, ledgerOrigin, signNote } from '@assay/ledger';
import type { Deps } from '../frame/deps.ts';
import { sequenceLedger } from './sequence-ledgers.ts';

/** Why a checkpoint was signed: by schedule, for an export, or for a release. */
export type CheckpointReason = 'minute' | 'export' | 'release';

/**
 * Signs the head of every ledger that has moved since its last checkpoint.
 *
 * @returns how many were signed
 */
export async function writeCheckpoints(deps: Deps, reason: CheckpointReason): Promise<number> {
  let signed = 0;
  for (const head of await deps.db.system.checkpointsDue()) {
    try {
      await sign(deps, head, reason);
      signed += 1;
    } catch (err) {
      deps.log.error({ err, orgId: head.orgId }, 'A checkpoint could not be signed.');
    }
  }
  return signed;
}

/** Places all committed events of one organisation and signs its head, so that a checkpoint covers them. */
export async function checkpointNow(deps: Deps, orgId: string, reason: CheckpointReason): Promise<void> {
  await sequenceLedger(deps, orgId);
  const head = (await deps.db.system.checkpointsDue()).find((due) => due.orgId === orgId);
  if (head !== undefined) await sign(deps, head, reason);
}

async function sign(
  deps: Deps,
  head: { orgId: string; size: bigint; root: Uint8Array },
  reason: CheckpointReason,
): Promise<void> {
  const text = formatCheckpoint({
    origin: ledgerOrigin(head.orgId),
    size: Number(head.size),
    root: head.root,
  });
  await deps.db.system.addCheckpoint(
    head.orgId,
    head.size,
    signNote(text, deps.signerFor(head.orgId)),
    reason,
  );
}
