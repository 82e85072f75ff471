import type { Label } from '@assay/contracts';

export type LabelAtDepth = { label: Label; depth: number };

/**
 * Labels in reading order: each below its parent, with how deep it stands, siblings in the order of the document.
 * Each label comes once: one whose parent is unknown stands at the top, and so does the first of a circle.
 */
export function labelTree(labels: readonly Label[]): LabelAtDepth[] {
  const known = new Set(labels.map((label) => label.id));
  const below = new Map<string | null, Label[]>();
  for (const label of labels) {
    const parent = label.parentId !== null && known.has(label.parentId) ? label.parentId : null;
    below.set(parent, [...(below.get(parent) ?? []), label]);
  }
  const ordered: LabelAtDepth[] = [];
  const placed = new Set<Label>();
  const place = (label: Label, depth: number): void => {
    if (placed.has(label)) return;
    placed.add(label);
    ordered.push({ label, depth });
    for (const child of below.get(label.id) ?? []) place(child, depth + 1);
  };
  for (const label of below.get(null) ?? []) place(label, 0);
  for (const label of labels) place(label, 0);
  return ordered;
}

/** The names from the top of the hierarchy down to this label; empty where there is no such label. */
export function labelPath(labels: readonly Label[], labelId: string): string[] {
  const byId = new Map(labels.map((label) => [label.id, label]));
  const path: string[] = [];
  const seen = new Set<string>();
  let at = byId.get(labelId);
  while (at !== undefined && !seen.has(at.id)) {
    seen.add(at.id);
    path.unshift(at.name);
    at = at.parentId === null ? undefined : byId.get(at.parentId);
  }
  return path;
}

/** The labels that stand in a circle of parents, or below one. */
export function labelsInCircles(labels: readonly Label[]): Set<string> {
  const parents = new Map(labels.map((label) => [label.id, label.parentId]));
  const caught = new Set<string>();
  for (const label of labels) {
    const seen = new Set<string>();
    let at: string | null | undefined = label.id;
    while (at != null && !seen.has(at)) {
      seen.add(at);
      at = parents.get(at);
    }
    if (at != null) caught.add(label.id);
  }
  return caught;
}
