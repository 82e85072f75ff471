import type { Annotation } from '@assay/contracts';

/** The labels that were given, of all questions: what rules of a guideline mean by `label`. */
export function labelIdsOf({ answers }: Annotation): string[] {
  return Object.values(answers).flatMap((answer) => {
    if (answer.kind === 'single') return [answer.label.labelId];
    return answer.kind === 'multiple' ? answer.labels.map((label) => label.labelId) : [];
  });
}
