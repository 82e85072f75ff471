import type { RegionProposal, RejectionReason } from '@assay/contracts';
import { firstGeometry } from '@assay/domain';
import { boundsOfGeometry } from '../shapes/shapes.ts';
import type { RecordsDiff } from '../store/diff.ts';
import { isSameValue } from '../store/same-value.ts';
import type { EditorStore } from './document.ts';
import type { EditorRecords, RegionRecord } from './records.ts';

/** A region that was proposed. */
export type ProposedRegion = RegionRecord & { readonly proposal: RegionProposal };

export const isProposed = (region: RegionRecord): region is ProposedRegion => region.proposal != null;

/** Of which nothing is known how sure its source was: as far from sure as from doubtful. */
const UNKNOWN = 0.5;

const doubtOf = ({ proposal }: ProposedRegion): number => 1 - (proposal.confidence ?? UNKNOWN);

/** Where one begins to read a region: its upper left corner; of the whole image before all others. */
function placeOf({ geometry, track }: RegionRecord): { x: number; y: number } {
  // Of what moves where it begins: the order is the same in whatever frame one is.
  const bounds = boundsOfGeometry(track === undefined ? geometry : firstGeometry(track));
  return bounds === undefined ? { x: 0, y: 0 } : { x: bounds.minX, y: bounds.minY };
}

/** Those most in doubt first; of one doubt, as one reads: from above, then from the left. */
export function byDoubt(a: ProposedRegion, b: ProposedRegion): number {
  const [left, right] = [placeOf(a), placeOf(b)];
  return (
    doubtOf(b) - doubtOf(a) ||
    left.y - right.y ||
    left.x - right.x ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

/** All regions that were proposed, in no order. */
export function proposedRegions(store: EditorStore): ProposedRegion[] {
  const found: ProposedRegion[] = [];
  for (const id of store.idsOf('region').peek()) {
    const region = store.get(id) as RegionRecord;
    if (isProposed(region)) found.push(region);
  }
  return found;
}

/**
 * The proposal that is looked at after (or before) a place of the walk, among those nobody looked at yet: around at the
 * end, beginning with the most doubtful one. Undefined where all were looked at.
 */
export function nextOpen(
  store: EditorStore,
  from: RegionRecord | undefined,
  direction: 1 | -1,
): ProposedRegion | undefined {
  const open = proposedRegions(store).filter(({ proposal }) => proposal.state === 'open');
  const all = open.sort(byDoubt);
  if (from === undefined || !isProposed(from)) return direction === 1 ? all[0] : all.at(-1);
  const isBeyond = (each: ProposedRegion) => Math.sign(byDoubt(each, from)) === direction;
  return direction === 1 ? (all.find(isBeyond) ?? all[0]) : (all.findLast(isBeyond) ?? all.at(-1));
}

/** What a person says of a proposal. What was put right stays so when it is accepted. */
export function judged(region: ProposedRegion, verdict: 'accepted' | RejectionReason): ProposedRegion {
  const { proposal } = region;
  const isRejected = verdict !== 'accepted';
  if (!isRejected && proposal.state === 'fixed') return region;
  const next: RegionProposal = {
    confidence: proposal.confidence,
    state: isRejected ? 'rejected' : 'accepted',
    reason: isRejected ? verdict : null,
  };
  return isSameValue(next, proposal) ? region : { ...region, proposal: next };
}

/** A proposal that a person changed is no proposal any more: it was put right, whatever was said of it before. */
export function markFixed(store: EditorStore, diff: RecordsDiff<EditorRecords>): void {
  for (const { from, to } of diff.updated.values()) {
    if (from.type !== 'region' || to.type !== 'region' || to.proposal == null) continue;
    const isJudged = !isSameValue(from.proposal ?? null, to.proposal);
    const isSame =
      isSameValue(from.geometry, to.geometry) &&
      isSameValue(from.track, to.track) &&
      isSameValue(from.label, to.label);
    if (isJudged || isSame || to.proposal.state === 'fixed') continue;
    store.put({ ...to, proposal: { ...to.proposal, state: 'fixed', reason: null } });
  }
}

/** Takes regions away. What was proposed is rejected instead: what became of it is a part of the answer. */
export function removeRegions(
  store: EditorStore,
  regions: readonly RegionRecord[],
  reason: RejectionReason = 'nothing-there',
): void {
  store.put(...regions.filter(isProposed).map((region) => judged(region, reason)));
  store.remove(...regions.filter((region) => !isProposed(region)).map(({ id }) => id));
}
