'use client';

import { Stepper, type StepState } from '@assay/ui';
import { useTranslations } from 'next-intl';

const STEPS = ['upload', 'check', 'import'] as const;

/** Upload, check, import: where one stands on the way from a file to a table. */
export function ImportSteps({
  at,
  failed = false,
  finished = false,
}: {
  at: (typeof STEPS)[number];
  failed?: boolean;
  finished?: boolean;
}) {
  const t = useTranslations('sources.steps');
  const here = STEPS.indexOf(at);
  const stateOf = (place: number): StepState =>
    finished || place < here ? 'done' : place > here ? 'todo' : failed ? 'error' : 'current';
  return (
    <Stepper
      label={t('label')}
      steps={STEPS.map((id, place) => ({ id, label: t(id), state: stateOf(place) }))}
    />
  );
}
