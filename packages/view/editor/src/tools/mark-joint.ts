import type { JointVisibility, SkeletonGeometry } from '@assay/contracts';
import { distance, type Point } from '@assay/geometry';
import { changeableRegions, selectedIds } from '../document/selection.ts';
import { clampToImage, type EditorCore } from '../editor-core.ts';

/**
 * Says of the joint in reach of a place whether it is visible, occluded or absent, if one skeleton alone is selected and
 * may be changed. Where no joint is, the first one that is absent is put there. The last joint that is there stays there.
 */
export function markJoint(core: EditorCore, at: Point, reach: number, visibility: JointVisibility): void {
  const [region] = changeableRegions(core.store);
  if (region?.geometry.kind !== 'skeleton' || selectedIds(core.store).size !== 1) return;
  const joints = marked(region.geometry.joints, clampToImage(core, at), reach, visibility);
  if (joints === undefined || joints.every((joint) => joint.visibility === 'absent')) return;
  const geometry = { ...region.geometry, joints };
  core.history.mark('mark joint');
  core.store.update('region', region.id, (now) => ({ ...now, geometry }));
}

function marked(
  joints: SkeletonGeometry['joints'],
  at: Point,
  reach: number,
  visibility: JointVisibility,
): SkeletonGeometry['joints'] | undefined {
  const near = joints
    .map((joint, place) => ({ joint, place, away: distance(joint, at) }))
    .filter(({ joint, away }) => joint.visibility !== 'absent' && away <= reach)
    .sort((a, b) => a.away - b.away)[0];
  if (near !== undefined) {
    if (near.joint.visibility === visibility) return undefined;
    return joints.with(near.place, { ...near.joint, visibility });
  }
  const missing = joints.findIndex((joint) => joint.visibility === 'absent');
  if (missing === -1 || visibility === 'absent') return undefined;
  return joints.with(missing, { ...joints[missing]!, x: at.x, y: at.y, visibility });
}
