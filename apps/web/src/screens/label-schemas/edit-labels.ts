import type { Label } from '@assay/contracts';
import { labelTree } from '@assay/domain';

/** Labels in reading order, so that what stands below one another in the list does so in the document too. */
const inOrder = (labels: readonly Label[]): Label[] => labelTree(labels).map(({ label }) => label);

/** A label with all that stands below it, in reading order. */
function branchOf(labels: readonly Label[], id: string): Set<string> {
  const branch = new Set([id]);
  for (const { label } of labelTree(labels)) {
    if (label.parentId !== null && branch.has(label.parentId)) branch.add(label.id);
  }
  return branch;
}

function siblingsOf(labels: readonly Label[], id: string): { siblings: Label[]; at: number } {
  const ordered = inOrder(labels);
  const parentId = ordered.find((label) => label.id === id)?.parentId ?? null;
  const siblings = ordered.filter((label) => label.parentId === parentId);
  return { siblings, at: siblings.findIndex((label) => label.id === id) };
}

/** Moves a label, with what stands below it, before or behind its neighbour of the same parent. */
export function moveLabel(labels: readonly Label[], id: string, by: -1 | 1): Label[] {
  const { siblings, at } = siblingsOf(labels, id);
  const neighbour = siblings[at + by];
  if (neighbour === undefined) return inOrder(labels);
  const [first, second] = by === 1 ? [id, neighbour.id] : [neighbour.id, id];
  const [before, after] = [branchOf(labels, first), branchOf(labels, second)];
  const ordered = inOrder(labels);
  const rest = ordered.filter((label) => !before.has(label.id) && !after.has(label.id));
  const start = ordered.findIndex((label) => before.has(label.id));
  return [
    ...rest.slice(0, start),
    ...ordered.filter((label) => after.has(label.id)),
    ...ordered.filter((label) => before.has(label.id)),
    ...rest.slice(start),
  ];
}

/** Puts a label below the one before it; as it was where there is none. */
export function indentLabel(labels: readonly Label[], id: string): Label[] {
  const { siblings, at } = siblingsOf(labels, id);
  const above = siblings[at - 1];
  if (above === undefined) return inOrder(labels);
  return inOrder(
    inOrder(labels).map((label) => (label.id === id ? { ...label, parentId: above.id } : label)),
  );
}

/** Puts a label beside its parent, right behind it. */
export function outdentLabel(labels: readonly Label[], id: string): Label[] {
  const ordered = inOrder(labels);
  const label = ordered.find((each) => each.id === id);
  const parent = ordered.find((each) => each.id === label?.parentId);
  if (label === undefined || parent === undefined) return ordered;
  const family = branchOf(ordered, parent.id);
  const branch = branchOf(ordered, id);
  const moved = ordered.flatMap((each) => {
    if (!branch.has(each.id)) return [];
    return each.id === id ? [{ ...each, parentId: parent.parentId }] : [each];
  });
  const rest = ordered.filter((each) => !branch.has(each.id));
  const end = rest.reduce((last, each, at) => (family.has(each.id) ? at : last), -1);
  return inOrder([...rest.slice(0, end + 1), ...moved, ...rest.slice(end + 1)]);
}

/** Takes a label out; what stood below it stands where it stood. */
export function removeLabel(labels: readonly Label[], id: string): Label[] {
  const parentId = labels.find((label) => label.id === id)?.parentId ?? null;
  return inOrder(labels).flatMap((label) => {
    if (label.id === id) return [];
    return label.parentId === id ? [{ ...label, parentId }] : [label];
  });
}

/** Adds a label behind another and what stands below it, of the same parent; at the end where there is none. */
export function addLabelAfter(labels: readonly Label[], id: string | null, added: Label): Label[] {
  const ordered = inOrder(labels);
  const before = ordered.find((label) => label.id === id);
  if (before === undefined) return [...ordered, added];
  const branch = branchOf(ordered, before.id);
  const end = ordered.reduce((last, each, at) => (branch.has(each.id) ? at : last), -1);
  return [...ordered.slice(0, end + 1), { ...added, parentId: before.parentId }, ...ordered.slice(end + 1)];
}

/** Moves one of a list. */
export function moveItem<T>(items: readonly T[], at: number, by: -1 | 1): T[] {
  const moved = [...items];
  const [item] = moved.splice(at, 1);
  if (item === undefined || at + by < 0 || at + by > moved.length) return [...items];
  moved.splice(at + by, 0, item);
  return moved;
}
