import type { GateResult, Report, RowGateMetricId } from '@assay/contracts';

const ADVICE: { readonly [M in RowGateMetricId]: string } = {
  'validity.score': 'Look at the columns that fail validity first: every other figure rests on them.',
  'validity.column': 'Add a constraint (a range, or allowed values) for the column, or correct its type.',
  'shapes.error':
    'Check the columns with the lowest shape scores; a smaller leaf follows the data more closely.',
  'shapes.column-excess':
    'Look at the overlay of this column; give its type, spikes or rare values in the recipe, or a smaller leaf.',
  'trends.error': 'Use a generator that models dependence between columns (tree), or a smaller leaf.',
  'trends.excess': 'Use a generator that models dependence between columns (tree), or a smaller leaf.',
  'trends.pair-excess':
    'Look at this pair: where one column follows from others (a sum, a mapping), add that as a constraint.',
  'three-way.error': 'Interactions of three columns are lost: use the tree generator with a smaller leaf.',
  'missing.difference': 'Model what is missing in this column: check how its missing values were marked.',
  'coverage.category': 'Ask for the rare categories by conditions with a count, or merge them on purpose.',
  'coverage.lost-category': 'Ask for rows of this category by a condition with a count.',
  'detection.auc':
    'The columns with the largest share of the detection are what gives the rows away: begin there.',
  'utility.loss': 'Put the target first in the recipe, use a smaller leaf, or more fit rows.',
  'utility.class-recall-loss': 'Ask for more rows of this class by a condition with a count.',
  'privacy.excess-copies':
    'Do not release: raise the leaf size, and make identifying columns by meaning instead of modelling them.',
  'privacy.dcr-share':
    'Raise the leaf size: synthetic rows lie nearer to the rows that were fitted than to unseen ones.',
  'privacy.nndr-ratio': 'Raise the leaf size: some synthetic rows cling to a single real row.',
  'privacy.points-to-one':
    'Coarsen the quasi-identifiers (bands instead of values, larger regions) or raise the leaf size.',
  'bias.amplification': 'Balance the outcome per group by conditions with counts, and generate again.',
  'bias.share-difference': 'Set the shares of the groups by conditions with counts.',
  'scenarios.coverage': 'Ask for the rows of scenarios that are missing by conditions with a count.',
  'scenarios.must':
    'Ask for the rows of this scenario by a condition with a count; if the real rows hold none, by a rule.',
};

/**
 * What to do next about a report, most urgent first: a sentence per gate that is red or failed, then per amber one,
 * then what would make the verdict complete. Each sentence once.
 */
export function nextStepsOfReport(
  report: Pick<Report, 'gates' | 'inputs' | 'question' | 'scenarios'>,
): string[] {
  const by = (status: GateResult['status']) => report.gates.filter((gate) => gate.status === status);
  const steps = [...by('failed'), ...by('red'), ...by('amber')].map(
    (gate) => ADVICE[gate.metric as RowGateMetricId],
  );
  if (by('not-assessed').length > 0) {
    if (report.inputs.unseen === null)
      steps.push('Give unseen real rows (a tune split): without them privacy and utility cannot be judged.');
    if (report.question.target === null)
      steps.push('Name the target column, so that usefulness can be judged.');
    if (report.question.sensitive.length === 0)
      steps.push('Name the sensitive columns, so that bias can be judged.');
    if (report.question.quasiIdentifiers.length === 0)
      steps.push('Name the quasi-identifiers, so that linking to single people can be judged.');
    if (report.scenarios === null && report.gates.some((gate) => gate.metric.startsWith('scenarios.')))
      steps.push('Write down which scenarios must be there, so that their coverage can be judged.');
  }
  return [...new Set(steps)];
}
