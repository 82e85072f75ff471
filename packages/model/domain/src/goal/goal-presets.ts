import type { GoalDomain, GoalInput } from '@assay/contracts';

type Preset = Pick<GoalInput, 'name' | 'metric' | 'slice' | 'comparator' | 'target' | 'blocking'>;

const preset = (
  name: string,
  metric: Preset['metric'],
  comparator: Preset['comparator'],
  target: number,
  more: { slice?: Record<string, string>; blocking?: boolean } = {},
): Preset => ({
  name,
  metric,
  slice: more.slice ?? {},
  comparator,
  target,
  blocking: more.blocking ?? false,
});

const realistic = preset('Hard to tell from real rows', 'detection-auc', '<=', 0.6);
const noCopies = preset('No copies of real rows', 'excess-copies', '<=', 0, { blocking: true });
const kept = preset('Relations are kept', 'trend-error', '<=', 0.03);

/** Goals that a domain usually has, to begin with. */
export const GOAL_PRESETS: Readonly<Record<GoalDomain, readonly Preset[]>> = {
  general: [
    realistic,
    kept,
    preset('Models lose little', 'utility-loss', '<=', 0.02),
    noCopies,
    preset('No nearer to the data learnt from', 'dcr-share', '<=', 0.53, { blocking: true }),
  ],
  health: [
    preset('No nearer to the data learnt from', 'dcr-share', '<=', 0.515, { blocking: true }),
    noCopies,
    preset('Few rows point to one person', 'points-to-one', '<=', 0.005, { blocking: true }),
    preset('Groups of at least five', 'k-anonymity', '>=', 5),
    preset('Models lose little', 'utility-loss', '<=', 0.015),
    preset('Bias is not amplified', 'bias-amplification', '<=', 0.02, { blocking: true }),
  ],
  finance: [
    preset('Models lose little', 'utility-loss', '<=', 0.01),
    preset('Bias is not amplified', 'bias-amplification', '<=', 0.02, { blocking: true }),
    noCopies,
    preset('No nearer to the data learnt from', 'dcr-share', '<=', 0.52, { blocking: true }),
    kept,
  ],
  retail: [realistic, kept, preset('Columns look right', 'shape-error', '<=', 0.02), noCopies],
  testing: [
    preset('Every row has the right form', 'validity-score', '>=', 0.99, { blocking: true }),
    preset('Columns look right', 'shape-error', '<=', 0.05),
    noCopies,
  ],
};
