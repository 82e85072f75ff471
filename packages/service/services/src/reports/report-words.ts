import type { Report } from '@assay/contracts';
import { decimal, percent, span, whole } from './html/figures.ts';

export const VERDICTS = {
  passed: 'Passed: every gate of the policy holds.',
  failed: 'Failed: at least one gate of the policy does not hold.',
  incomplete: 'Incomplete: some gates could not be assessed with what was given.',
} as const;

export const STATUS = {
  green: 'green',
  amber: 'amber',
  red: 'red',
  failed: 'not computed',
  'not-assessed': 'not assessed',
} as const;

/** The six figures that a report is remembered by, each with what it is to be read beside. */
export function headlineFigures({
  fidelity,
  detection,
  utility,
  privacy,
}: Pick<Report, 'fidelity' | 'detection' | 'utility' | 'privacy'>): {
  name: string;
  value: string;
  beside: string;
}[] {
  const noise = (part: { real: number | null; floor: number | null }) =>
    part.real !== null
      ? `unseen real rows ${percent(1 - part.real, 2)}`
      : part.floor !== null
        ? `noise ${percent(1 - part.floor, 2)}`
        : 'noise unknown';
  const { exactCopies, dcrShare } = privacy;
  return [
    { name: 'Shape error', value: percent(fidelity.shapes.error, 2), beside: noise(fidelity.shapes) },
    { name: 'Trend error', value: percent(fidelity.trends.error, 2), beside: noise(fidelity.trends) },
    {
      name: 'Detection AUC',
      value: decimal(detection.auc),
      beside: `unseen real rows ${decimal(detection.reference)}`,
    },
    {
      name: 'ROC AUC, trained on synthetic',
      value: decimal(utility.tstr.rocAuc),
      beside: `trained on real ${decimal(utility.trtr.rocAuc)}`,
    },
    {
      name: 'Exact copies',
      value: whole(exactCopies.count),
      beside:
        exactCopies.unseen === null
          ? 'unseen rows unknown'
          : `unseen real rows ${whole(exactCopies.unseen.count)} of ${whole(exactCopies.unseen.rows)}`,
    },
    {
      name: 'DCR share',
      value: decimal(dcrShare.value),
      beside: dcrShare.interval === null ? '0.5 is ideal' : `0.5 is ideal, ${span(dcrShare.interval)}`,
    },
  ];
}
