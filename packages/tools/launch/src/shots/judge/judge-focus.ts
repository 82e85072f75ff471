import type { Problem } from './page-facts.ts';

/** A control that the keyboard should reach. */
export type Control = {
  where: string;
  name: string;
  /** Members of one group (radio buttons, tabs, a menu) have one place in the order; null for a control by itself. */
  group: number | null;
};

/** Where the focus was after each press of Tab, by the place of the control in the list; and whether one sees it. */
export type FocusStep = { control: number | null; where: string; visible: boolean };

/** Every control is reached by Tab, and wherever the focus is, one sees it. */
export function judgeFocus(controls: readonly Control[], steps: readonly FocusStep[]): Problem[] {
  const reached = new Set<number>();
  const groups = new Set<number>();
  for (const { control } of steps) {
    if (control === null) continue;
    reached.add(control);
    const group = controls[control]?.group ?? null;
    if (group !== null) groups.add(group);
  }
  const unreached = controls
    .filter((control, at) => !reached.has(at) && (control.group === null || !groups.has(control.group)))
    .map(({ where, name }) => ({ kind: 'not by keyboard', detail: `"${name}" in ${where}` }));
  const unseen = new Map(
    steps
      .filter((step) => !step.visible)
      .map(({ where }) => [where, { kind: 'focus not visible', detail: where }]),
  );
  return [...unreached, ...unseen.values()];
}
