import type { LearntTable } from './learnt-table.ts';
import type { ConstraintPlan } from './plan-constraints.ts';

/** Settings whose target is what stands for it in the learnt table: its combination, or what it is computed from. */
export function learntTarget<Settings>(
  settings: Settings,
  { joints, derived }: ConstraintPlan,
  { plan }: LearntTable,
): Settings {
  if (typeof settings !== 'object' || settings === null) return settings;
  if (!('target' in settings) || typeof settings.target !== 'string') return settings;
  const learnt = new Set(plan.map(({ name }) => name));
  const standsFor = (name: string): string | undefined => {
    if (learnt.has(name)) return name;
    const joint = joints.find((columns) => columns.includes(name));
    if (joint !== undefined) return joint[0];
    return derived
      .find(({ column }) => column === name)
      ?.from.map(standsFor)
      .find(Boolean);
  };
  return { ...settings, target: standsFor(settings.target) ?? plan[0]?.name ?? settings.target };
}
