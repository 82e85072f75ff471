import { createHash } from 'node:crypto';
import { AssayError } from '@assay/contracts';
import type { Actor } from '@assay/domain';
import {
  consistencyFromTiles,
  type ExportCheckpoint,
  type ExportEntry,
  exportLines,
  inclusionProver,
  ledgerOrigin,
  type ReadTile,
  signNote,
} from '@assay/ledger';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import { nodeSha256 } from '../frame/node-sha256.ts';
import { recordAccess } from './record-access.ts';
import { checkpointNow } from './write-checkpoints.ts';

const PAGE = 1000;
const TILES_KEPT = 64;

/** When the exported events happened: from this moment on, and before that one. Without it, all. */
export type ExportRange = { from?: Date | undefined; to?: Date | undefined };

/**
 * The lines of a ledger export, which anybody can verify offline with the ledger's key. The export itself is an
 * event, the last one in it when nothing is selected.
 */
export async function exportLedger(
  deps: Deps,
  actor: Actor,
  input: { range?: ExportRange | undefined } = {},
): Promise<AsyncIterable<string>> {
  const { orgId } = actor;
  const range = input.range ?? {};
  const complete = range.from === undefined && range.to === undefined;
  await recordAccess(deps, actor, {
    action: 'ledger.exported',
    object: { type: 'organisation', id: orgId },
    details: { from: range.from?.toISOString() ?? null, to: range.to?.toISOString() ?? null },
  });
  await checkpointNow(deps, orgId, 'export');
  const { checkpoint, people } = await query(deps, actor, async (t) => ({
    checkpoint: await t.ledger.latestCheckpoint(),
    people: await t.members.names(await t.events.actorIds()),
  }));
  if (checkpoint === null) throw new AssayError('internal', 'The ledger has no checkpoint.');

  const signer = deps.signerFor(orgId);
  const size = Number(checkpoint.size);
  const readTile = keptTiles(deps, actor);
  return exportLines({
    header: {
      origin: ledgerOrigin(orgId),
      verifierKey: signer.verifierKey,
      size,
      checkpoint: checkpoint.note,
      complete,
      selection: complete ? null : selectionText(range),
      timeField: 'at',
      people: Object.fromEntries(people),
    },
    entries: entries(deps, actor, range, size, readTile),
    checkpoints: checkpoints(deps, actor, size, readTile),
    sign: (text) => signNote(text, signer),
    startSha256: () => createHash('sha256'),
  });
}

function selectionText(range: ExportRange): string {
  const from = range.from === undefined ? '' : ` from ${range.from.toISOString()}`;
  const to = range.to === undefined ? '' : ` before ${range.to.toISOString()}`;
  return `Events${from}${to}.`;
}

async function* entries(
  deps: Deps,
  actor: Actor,
  range: ExportRange,
  size: number,
  readTile: ReadTile,
): AsyncGenerator<ExportEntry> {
  const prove = inclusionProver(size, readTile, nodeSha256);
  let next = 0;
  while (next < size) {
    const from = next;
    const rows = await query(deps, actor, (t) => t.events.range(BigInt(from), PAGE, range));
    for (const row of rows) {
      const index = Number(row.index);
      if (index >= size) return;
      yield {
        index,
        commitment: row.commitment,
        content:
          row.payload === null || row.salt === null
            ? null
            : { salt: row.salt, payload: JSON.parse(row.payload) },
        proof: await prove(index),
      };
      next = index + 1;
    }
    if (rows.length < PAGE) return;
  }
}

/** Every checkpoint up to the exported one, each proven to continue the one before it. */
async function* checkpoints(
  deps: Deps,
  actor: Actor,
  size: number,
  readTile: ReadTile,
): AsyncGenerator<ExportCheckpoint> {
  let before = 0;
  while (before < size) {
    const after = before;
    const rows = await query(deps, actor, (t) => t.ledger.checkpointsAfter(BigInt(after), PAGE));
    for (const row of rows) {
      const at = Number(row.size);
      if (at > size) return;
      yield {
        note: row.note,
        proof: before === 0 ? [] : await consistencyFromTiles(before, at, readTile, nodeSha256),
      };
      before = at;
    }
    if (rows.length === 0) return;
  }
}

/** Reads tiles and keeps the latest: neighbouring entries share nearly all of theirs. */
function keptTiles(deps: Deps, actor: Actor): ReadTile {
  const kept = new Map<string, Uint8Array>();
  return async (need) => {
    const name = `${need.level}/${need.index}`;
    const known = kept.get(name);
    // A tile that was kept while it was shorter does not reach.
    const hashes =
      known !== undefined && known.length >= need.width * 32
        ? known
        : ((await query(deps, actor, (t) => t.ledger.tile(need.level, BigInt(need.index)))) ??
          new Uint8Array());
    kept.delete(name);
    kept.set(name, hashes);
    if (kept.size > TILES_KEPT) kept.delete(kept.keys().next().value ?? '');
    return hashes;
  };
}
