import type { Reason } from '@assay/stats';
import type { AgreementDocument, Figure } from './agreement-document.ts';

const MOST_PAIRS = 20;

const REASONS: Partial<Record<Reason, string>> = {
  unanimous: 'undefined because unanimous: all ratings are of one category',
  'too-few': 'undefined: no unit has two ratings',
  empty: 'undefined: no unit was rated by both',
  'out-of-range': 'undefined: there is one category only',
};

/** The figures for people. */
export function agreementText(document: AgreementDocument): string {
  const { raters, categories, units, unitsCompared, ratings, level, pairs } = document;
  const lines = [
    `${ratings} ratings of ${units} units by ${raters.length} raters in ${categories.length} categories, level ${level}`,
    `${unitsCompared} units have two ratings or more`,
    '',
    row("Krippendorff's alpha", document.alpha),
    row("Fleiss' kappa", document.fleissKappa),
    row(document.weights === 'identity' ? "Gwet's AC1" : `Gwet's AC2, ${document.weights}`, document.gwet),
    row('Percentage agreement', document.percentAgreement),
  ];
  const ranked = [...pairs].sort((a, b) => (a.kappa.value ?? 2) - (b.kappa.value ?? 2));
  if (ranked.length > 0) {
    lines.push(
      '',
      `Cohen's kappa of each pair${document.weights === 'identity' ? '' : `, ${document.weights}`}:`,
    );
    lines.push(
      ...ranked.slice(0, MOST_PAIRS).map((pair) => row(`  ${pair.raters.join(' and ')}`, pair.kappa)),
    );
    if (ranked.length > MOST_PAIRS) lines.push(`  and ${ranked.length - MOST_PAIRS} more: see --json`);
  }
  return `${lines.join('\n')}\n`;
}

function row(name: string, { value, reason, interval, units }: Figure): string {
  const head = name.padEnd(30);
  if (value === null) return `${head} ${(reason !== null && REASONS[reason]) || `undefined: ${reason}`}`;
  const range = interval === null ? '' : `  [${interval.low.toFixed(3)}, ${interval.high.toFixed(3)}]`;
  return `${head} ${value.toFixed(3).padStart(6)}${range}  n = ${units}`;
}
