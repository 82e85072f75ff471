import {
  type ChosenLabel,
  MOST_REMARK,
  type RegionLabel,
  type RegionRemark,
  shortened,
} from '@assay/contracts';
import type { ImageRegion } from '@assay/formats';

/** A name as files and label schemas are compared by. */
export const plainName = (name: string): string => name.normalize('NFC').trim().toLowerCase();

/** A score is a share in most tools, and a logit or a count of per cents in others: what is no share is not taken. */
export const shareOf = (score: number | null): number | null =>
  score !== null && score >= 0 && score <= 1 ? score : null;

/** A remark that is too long is cut, which is told. */
export function remarkOf({ remark }: ImageRegion, leaveOut: (why: string) => void): RegionRemark | null {
  if (remark === null) return null;
  const text = shortened(remark, MOST_REMARK);
  if (text !== remark) leaveOut(`A remark has more than ${MOST_REMARK} characters: its end`);
  return { text };
}

/** The label of a region with what the file says of its attributes; what the label does not have is told. */
export function chosenOf(
  label: RegionLabel,
  region: ImageRegion,
  leaveOut: (why: string) => void,
): ChosenLabel {
  const attributes: Record<string, ChosenLabel['attributes'][string]> = {};
  for (const [name, value] of Object.entries(region.attributes)) {
    const attribute = label.attributes.find((each) => plainName(each.name) === plainName(name));
    const option =
      attribute?.kind === 'single'
        ? attribute.options.find((each) => plainName(each.name) === plainName(String(value)))
        : undefined;
    if (attribute === undefined) leaveOut(`“${label.name}” has no attribute “${shortened(name, 100)}”`);
    else if (attribute.kind === 'single' && option === undefined) {
      leaveOut(`“${attribute.name}” of “${label.name}” has no value “${shortened(String(value), 100)}”`);
    } else attributes[attribute.id] = option?.id ?? value;
  }
  return { labelId: label.id, attributes };
}
