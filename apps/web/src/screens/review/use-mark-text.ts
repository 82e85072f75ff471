'use client';

import type { LabelSchema, ReviewMark } from '@assay/contracts';
import { useTranslations } from 'next-intl';
import type { Inbox } from './review-types.ts';

type Words = Inbox['words'];

/** Names of what marks are about, from the label schema of one batch. */
export function wordsOfSchema({ questions }: LabelSchema): Words {
  return {
    questions: questions.map(({ id, name }) => ({ id, name })),
    labels: questions.flatMap((each) =>
      'labels' in each ? each.labels.map(({ id, name }) => ({ id, name })) : [],
    ),
    cellReasons: questions.flatMap((each) =>
      each.kind === 'cells' ? each.reasons.map(({ id, name }) => ({ id, name })) : [],
    ),
  };
}

const MOST_VALUES = 4;

/** Why a sample is before an expert, in words. */
export function useMarkText(words: Words): (mark: ReviewMark) => string {
  const t = useTranslations('review');
  const nameIn = (list: Words['labels'], id: string | null) => list.find((each) => each.id === id)?.name;
  return (mark) => {
    const names = mark.values.map((value) => nameIn(words.labels, value) ?? value);
    const values = names.slice(0, MOST_VALUES).join(' / ');
    switch (mark.reason) {
      case 'disagreement': {
        const question = nameIn(words.questions, mark.questionId) ?? '';
        return values === ''
          ? t('marks.disagreementPlain', { question })
          : t('marks.disagreement', { question, values });
      }
      case 'flagged':
        return t('marks.flagged', {
          column: mark.column ?? '',
          reason: nameIn(words.cellReasons, mark.reasonId) ?? '',
        });
      case 'skipped':
        return t('marks.skipped', {
          values: mark.values.map((value) => t(`skips.${value as 'other'}`)).join(', '),
        });
      case 'flagged-region':
        return values === '' ? t('marks.flagged-regionPlain') : t('marks.flagged-region', { values });
      case 'rare-label':
        return values === '' ? t('marks.rare-labelPlain') : t('marks.rare-label', { values });
      default:
        return t(`reasons.${mark.reason}`);
    }
  };
}
