import type { Gate, Policy } from '@assay/contracts';

/**
 * How much may be lost and leaked. `noise` multiplies what unseen real rows show in the same comparison, `slack` is
 * added to it, and `leak` scales the limits of privacy alone. Where it is `twice`, pictures that one person alone looked
 * at are in the way.
 */
type Stakes = { noise: number; slack: number; leak: number; twice: boolean };

function gates({ noise, slack, leak, twice }: Stakes): Gate[] {
  const gate = (
    metric: Gate['metric'],
    green: Gate['green'],
    amber: Gate['green'],
    rest: Partial<Pick<Gate, 'blocking' | 'roles'>> = {},
  ): Gate => ({ id: metric, metric, green, amber, blocking: true, roles: [], ...rest });
  const strictly = (metric: Gate['metric'], green: Gate['green']): Gate => ({
    id: metric,
    metric,
    green,
    blocking: true,
    roles: [],
  });
  const lower = (plus: number, times = 0) => ({ plus, times });
  return [
    gate('validity.score', lower(0.99), lower(0.95)),
    gate('validity.column', lower(0.98), lower(0.9)),
    gate('shapes.error', lower(0.005 * slack, 1.5 * noise), lower(0.02 * slack, 3 * noise)),
    gate('shapes.column-excess', lower(0.02 * slack), lower(0.08 * slack)),
    gate('trends.excess', lower(0.01 * slack, 0.1 * noise), lower(0.03 * slack, 0.1 * noise)),
    gate('trends.pair-excess', lower(0.05 * slack, 0.5 * noise), lower(0.15 * slack, 0.5 * noise)),
    gate('three-way.error', lower(0.01 * slack, 1.5 * noise), lower(0.03 * slack, 2 * noise), {
      blocking: false,
    }),
    gate('missing.difference', lower(0.02 * slack), lower(0.05 * slack)),
    gate('coverage.lost-category', lower(0, 8), lower(0, 12)),
    gate('coverage.category', lower(0.9), lower(0.7), { blocking: false }),
    gate('detection.auc', lower(0.5 + 0.05 * slack, noise), lower(0.5 + 0.2 * slack, noise)),
    gate('utility.loss', lower(0.02 * slack, noise), lower(0.05 * slack, noise)),
    gate('utility.class-recall-loss', lower(0.1 * slack, noise), lower(0.2 * slack, noise)),
    gate('privacy.excess-copies', lower(0.0005 * leak), lower(0.002 * leak)),
    gate('privacy.dcr-share', lower(0.5 + 0.03 * leak, 1), lower(0.5 + 0.08 * leak, 1)),
    gate('privacy.nndr-ratio', lower(1 - 0.1 * leak), lower(1 - 0.25 * leak)),
    gate('privacy.points-to-one', lower(0.01 * leak), lower(0.04 * leak)),
    gate('bias.amplification', lower(0.02 * slack, 1), lower(0.05 * slack, 1)),
    gate('bias.share-difference', lower(0.01 * slack, 1), lower(0.04 * slack, 1)),
    gate('pictures.labelled', lower(1), lower(0.98)),
    gate('pictures.checked', lower(0.2), lower(0.05), { blocking: twice }),
    gate('pictures.region-detection', lower(0.8), lower(0.65), { blocking: twice }),
    gate('pictures.control-tasks', lower(0.85), lower(0.7), { blocking: twice }),
    gate('pictures.near-duplicates', lower(0.02 * slack), lower(0.1 * slack)),
    gate('pictures.copies', lower(0), lower(0.001 * leak)),
    gate('pictures.set-distance', lower(0.02 * slack, 2 * noise), lower(0.1 * slack, 4 * noise), {
      blocking: false,
    }),
    gate('pictures.standing-out', lower(0.1 * slack), lower(0.25 * slack), { blocking: false }),
    strictly('pictures.place', lower(0)),
    strictly('pictures.rights', lower(1)),
  ];
}

/** The policies that everybody has: balanced unless another is chosen; a copy can be changed. */
export const DEFAULT_POLICIES = {
  balanced: {
    type: 'assay.policy',
    version: 1,
    name: 'Balanced',
    description: 'For data of ordinary stakes: amber begins where unseen real rows would no longer be.',
    gates: gates({ noise: 1, slack: 1, leak: 1, twice: false }),
  },
  strict: {
    type: 'assay.policy',
    version: 1,
    name: 'Strict (health, finance)',
    description:
      'For data about people where a leak or a wrong pattern does harm: tighter in all, tightest in privacy.',
    gates: gates({ noise: 0.9, slack: 0.6, leak: 0.5, twice: true }),
  },
  loose: {
    type: 'assay.policy',
    version: 1,
    name: 'Looser (retail, testing)',
    description: 'For test data and low stakes: more may be lost; privacy as in the balanced policy.',
    gates: gates({ noise: 1.5, slack: 2, leak: 1, twice: false }),
  },
} as const satisfies Record<string, Policy>;

export type DefaultPolicyName = keyof typeof DEFAULT_POLICIES;
