import {
  type AttributeValue,
  type ChosenLabel,
  type LabelAttribute,
  MOST_REMARK,
  type RegionLabel,
  type RegionRemark,
  shortened,
} from '@assay/contracts';
import type { ImageRegion } from '@assay/formats';

/** A name as files and label schemas are compared by. */
export const plainName = (name: string): string => name.normalize('NFC').trim().toLowerCase();

/** What formats say of a region beside its attributes, with the names that an attribute for it may have. */
const FLAGS = {
  occluded: ['occluded'],
  truncated: ['truncated'],
  difficult: ['difficult'],
  crowd: ['crowd', 'iscrowd', 'is_crowd'],
} as const;
export type RegionFlag = keyof typeof FLAGS;
export const REGION_FLAGS = Object.keys(FLAGS) as RegionFlag[];

/** A score is a share in most tools, and a logit or a count of per cents in others: what is no share is not taken. */
export const shareOf = (score: number | null): number | null =>
  score !== null && score >= 0 && score <= 1 ? score : null;

/** A remark that is too long is cut, which is told. */
export function remarkOf({ remark }: ImageRegion, tell: (why: string) => void): RegionRemark | null {
  if (remark === null) return null;
  const text = shortened(remark, MOST_REMARK);
  if (text !== remark) tell(`A remark has more than ${MOST_REMARK} characters: its end`);
  return { text };
}

/**
 * The label of a region with what the file says of its attributes; what the label does not have is told.
 *
 * @param said the flags that the format knows: that they are not set says something, where an answer is required
 */
export function chosenOf(
  label: RegionLabel,
  region: ImageRegion,
  said: ReadonlySet<RegionFlag>,
  tell: (why: string) => void,
): ChosenLabel {
  const attributes: Record<string, AttributeValue> = {};
  const attributeOf = (names: readonly string[]) =>
    label.attributes.find(({ name }) => names.includes(plainName(name)));
  const take = (attribute: LabelAttribute | undefined, name: string, value: AttributeValue) => {
    const taken = attribute === undefined ? undefined : valueFor(attribute, value);
    if (attribute === undefined) tell(`“${label.name}” has no attribute “${shortened(name, 100)}”`);
    else if (taken === undefined) {
      tell(`“${attribute.name}” of “${label.name}” has no value “${shortened(String(value), 100)}”`);
    } else attributes[attribute.id] = taken;
  };
  for (const flag of REGION_FLAGS) {
    const attribute = attributeOf(FLAGS[flag]);
    if (region[flag] || (attribute?.required && said.has(flag))) take(attribute, flag, region[flag]);
  }
  for (const [name, value] of Object.entries(region.attributes)) {
    take(attributeOf([plainName(name)]), name, value);
  }
  return { labelId: label.id, attributes };
}

/** A value as an attribute takes it; undefined where it does not. Some formats write everything as text. */
function valueFor(attribute: LabelAttribute, value: AttributeValue): AttributeValue | undefined {
  const text = String(value);
  switch (attribute.kind) {
    case 'boolean':
      return ['true', 'false'].includes(plainName(text)) ? plainName(text) === 'true' : undefined;
    case 'number':
      return typeof value !== 'boolean' && text.trim() !== '' && Number.isFinite(Number(text))
        ? Number(text)
        : undefined;
    case 'single':
      return attribute.options.find(
        ({ name, deprecated }) => !deprecated && plainName(name) === plainName(text),
      )?.id;
    case 'text':
      return text;
  }
}
