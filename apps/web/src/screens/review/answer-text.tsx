'use client';

import type { AnnotationAnswer, LabelQuestion, RegionValue } from '@assay/contracts';
import { useTranslations } from 'next-intl';
import { ColourDot } from '../label-schemas/label-colour.tsx';

type Chosen = Extract<AnnotationAnswer, { kind: 'single' }>['label'];

/** What somebody answered to a question, to be read beside other answers. */
export function AnswerText({
  question,
  answer,
}: {
  question: LabelQuestion;
  answer: AnnotationAnswer | undefined;
}) {
  const t = useTranslations('review.item');
  if (answer === undefined) return <span className="text-fg-muted">{t('noAnswer')}</span>;
  switch (answer.kind) {
    case 'single':
      return <GivenLabel question={question} chosen={answer.label} />;
    case 'multiple':
      return answer.labels.length === 0 ? (
        t('none')
      ) : (
        <ul className="flex flex-col gap-1">
          {answer.labels.map((chosen) => (
            <li key={chosen.labelId}>
              <GivenLabel question={question} chosen={chosen} />
            </li>
          ))}
        </ul>
      );
    case 'rating':
      return <span className="tabular-nums">{answer.value}</span>;
    case 'text':
      return <span className="whitespace-pre-line wrap-anywhere">{answer.text}</span>;
    case 'regions':
      return <GivenRegions question={question} regions={answer.regions} />;
    case 'cells':
      return answer.flags.length === 0 ? (
        <span className="text-fg-muted">{t('noMarks')}</span>
      ) : (
        <ul className="flex flex-col gap-1">
          {answer.flags.map((flag) => (
            <li key={`${flag.column} ${flag.reasonId}`} className="wrap-anywhere">
              {t('mark', { column: flag.column, reason: reasonName(question, flag.reasonId) })}
              {flag.note === '' ? null : <span className="text-fg-muted"> {flag.note}</span>}
            </li>
          ))}
        </ul>
      );
  }
}

function reasonName(question: LabelQuestion, reasonId: string): string {
  return question.kind === 'cells'
    ? (question.reasons.find((reason) => reason.id === reasonId)?.name ?? '')
    : '';
}

/** What was found, and how often. */
function GivenRegions({ question, regions }: { question: LabelQuestion; regions: readonly RegionValue[] }) {
  const t = useTranslations('review.item');
  const counts = new Map<string, number>();
  for (const { label } of regions) {
    if (label !== null) counts.set(label.labelId, (counts.get(label.labelId) ?? 0) + 1);
  }
  if (counts.size === 0) return <span className="text-fg-muted">{t('noRegions')}</span>;
  return (
    <ul className="flex flex-col gap-1">
      {[...counts].map(([labelId, count]) => (
        <li key={labelId} className="flex items-center gap-2">
          <span className="tabular-nums">{t('times', { count })}</span>
          <GivenLabel question={question} chosen={{ labelId, attributes: {} }} />
        </li>
      ))}
    </ul>
  );
}

function GivenLabel({ question, chosen }: { question: LabelQuestion; chosen: Chosen }) {
  const t = useTranslations('review.item');
  const labels = 'labels' in question ? question.labels : [];
  const label = labels.find((each) => each.id === chosen.labelId);
  if (label === undefined) return t('noAnswer');
  const attributes = label.attributes.flatMap((attribute) => {
    const value = chosen.attributes[attribute.id];
    if (value === undefined) return [];
    const option =
      attribute.kind === 'single' ? attribute.options.find((each) => each.id === value)?.name : undefined;
    const text = typeof value === 'boolean' ? t(value ? 'yes' : 'no') : (option ?? String(value));
    return [`${attribute.name}: ${text}`];
  });
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-0.5">
      <span className="inline-flex items-center gap-1.5">
        <ColourDot colour={label.colour} />
        <span className="wrap-anywhere">{label.name}</span>
      </span>
      {attributes.length === 0 ? null : (
        <span className="text-fg-muted wrap-anywhere">{attributes.join(', ')}</span>
      )}
    </span>
  );
}
