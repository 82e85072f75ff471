import type { RegionValue } from '@assay/contracts';
import { type Actor, framesColumn, geometryAt, isKeyFrame } from '@assay/domain';
import type { AttributeValues } from '@assay/formats';
import { query } from '../frame/command.ts';
import type { Deps } from '../frame/deps.ts';
import type { OutgoingPart } from './export-parts.ts';

/** The pictures of a sample: the one that it is, or its frames in their order. */
export async function picturesOf(
  deps: Deps,
  actor: Actor,
  { run }: OutgoingPart,
  row: number,
  path: string,
): Promise<{ path: string; frame: number | null }[]> {
  if (framesColumn(run.manifest.columns) === null) return [{ path, frame: null }];
  const frames = await query(deps, actor, (t) => t.images.frames(run.runId, row));
  return frames.map((each, frame) => ({ path: each.path, frame }));
}

export const isTracked = ({ track }: RegionValue): boolean => track !== undefined;

/** A region as it is in a frame; none where it is not in it. */
export function inFrame(region: RegionValue, frame: number): RegionValue[] {
  const geometry = region.track === undefined ? null : geometryAt(region.track, frame);
  return geometry === null ? [] : [{ ...region, geometry }];
}

/** What ties the regions of frames together in formats of single pictures, and which of them somebody drew. */
export const trackAttributes = (
  { track }: RegionValue,
  frame: number,
  number: number | undefined,
): AttributeValues =>
  track === undefined || number === undefined ? {} : { track_id: number, keyframe: isKeyFrame(track, frame) };
