'use client';

import type { AnnotationAnswer, LabelQuestion } from '@assay/contracts';
import { useTranslations } from 'next-intl';
import { ChoiceButton } from './choice-button.tsx';

/** The steps of a rating in their order, with the words at the ends. */
export function RatingAnswer({
  question,
  answer,
  onChange,
}: {
  question: Extract<LabelQuestion, { kind: 'rating' }>;
  answer: AnnotationAnswer | null;
  onChange: (answer: AnnotationAnswer | null) => void;
}) {
  const t = useTranslations('labelSchemas.answer');
  const { min, max, minWords, maxWords } = question;
  const chosen = answer?.kind === 'rating' ? answer.value : null;
  const count = Math.min(21, Math.max(0, max - min + 1));
  const steps = Array.from({ length: count }, (_, at) => min + at);
  const words = (step: number) => (step === min ? minWords : step === max ? maxWords : '');
  return (
    <div className="flex flex-col gap-1.5">
      <fieldset className="flex min-w-0 flex-wrap gap-1.5">
        <legend className="sr-only">{t('rating', { min, max })}</legend>
        {steps.map((step) => (
          <ChoiceButton
            key={step}
            chosen={chosen === step}
            shortcut={null}
            className="min-w-10 justify-center tabular-nums"
            onPress={() => onChange(chosen === step ? null : { kind: 'rating', value: step })}
          >
            {step}
            {words(step) === '' ? null : <span className="sr-only">{words(step)}</span>}
          </ChoiceButton>
        ))}
      </fieldset>
      {minWords === '' && maxWords === '' ? null : (
        <p aria-hidden className="flex justify-between gap-4 text-xs text-fg-muted">
          <span>{minWords}</span>
          <span>{maxWords}</span>
        </p>
      )}
    </div>
  );
}
