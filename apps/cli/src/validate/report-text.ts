import type { Report } from '@assay/contracts';
import { nextStepsOfReport } from '@assay/domain';

const VERDICT = {
  passed: 'PASSED: every gate holds.',
  failed: 'FAILED: at least one gate does not hold.',
  incomplete: 'INCOMPLETE: some gates could not be assessed with what was given.',
} as const;

const plain = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]/gu, '?');
const figure = (value: number | null): string => (value === null ? '-' : value.toFixed(4));

/** A report in a screenful for a terminal: the verdict, headline figures beside their references, gates, next steps. */
export function reportText(report: Report): string {
  const { inputs, fidelity, detection, utility, privacy } = report;
  const line = (name: string, value: string, beside: string) =>
    `  ${name.padEnd(34)} ${value.padStart(9)}   ${beside}`;
  const noise = (part: { real: number | null; floor: number | null }) =>
    part.real === null
      ? `noise ${figure(part.floor === null ? null : 1 - part.floor)}`
      : `unseen real rows ${figure(1 - part.real)}`;
  const steps = nextStepsOfReport(report);
  return `${[
    `${plain(inputs.synthetic.name)} (${inputs.synthetic.rows} rows) against ${plain(inputs.real.name)} (${inputs.real.rows} rows)${inputs.unseen === null ? '' : `, unseen ${plain(inputs.unseen.name)} (${inputs.unseen.rows} rows)`}`,
    VERDICT[report.verdict],
    '',
    line('Shape error', figure(fidelity.shapes.error), noise(fidelity.shapes)),
    line('Trend error', figure(fidelity.trends.error), noise(fidelity.trends)),
    line('Three-way error', figure(fidelity.threeWay.error), noise(fidelity.threeWay)),
    line('Detection, ROC AUC', figure(detection.auc), `unseen real rows ${figure(detection.reference)}`),
    line(
      'Trained on synthetic, ROC AUC',
      figure(utility.tstr.rocAuc),
      `trained on real ${figure(utility.trtr.rocAuc)}`,
    ),
    line(
      'Exact copies',
      String(privacy.exactCopies.count),
      privacy.exactCopies.unseen === null
        ? ''
        : `unseen real rows ${privacy.exactCopies.unseen.count} of ${privacy.exactCopies.unseen.rows}`,
    ),
    line('DCR share', figure(privacy.dcrShare.value), '0.5 is ideal'),
    '',
    `Gates of the policy "${plain(report.policy.name)}":`,
    ...report.gates.map((gate) => `  ${gate.status.padEnd(12)} ${gate.name}: ${plain(gate.because)}`),
    ...(report.notices.length === 0
      ? []
      : ['', 'Notices:', ...report.notices.map((each) => `  ${plain(each)}`)]),
    ...(steps.length === 0
      ? []
      : ['', 'What to do next:', ...steps.map((step, at) => `  ${at + 1}. ${step}`)]),
  ].join('\n')}\n`;
}
