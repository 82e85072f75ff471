import type { ChosenLabel } from '@assay/contracts';
import { carryProperties } from '../store/carry-over.ts';

type Label = ChosenLabel | null;

/**
 * Does what changed a label to the label as it is now: of one and the same label, attribute by attribute. Attributes of
 * a label that is no longer chosen have nowhere to go; another choice of label is taken whole.
 */
export function carryLabel(from: Label, to: Label, now: Label): Label {
  if (from === null || to === null || from.labelId !== to.labelId) return to;
  if (now?.labelId !== to.labelId) return now;
  return { ...now, attributes: carryProperties(from.attributes, to.attributes, now.attributes) };
}
