'use client';

import type { AnnotationAnswer, LabelQuestion } from '@assay/contracts';
import { toggleFlag } from '@assay/domain';
import { Field, Select } from '@assay/ui';
import { Flag } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ChoiceButton } from './choice-button.tsx';

/** A cell and the reasons for which it can be flagged, with what is flagged already. */
export function CellsAnswer({
  question,
  answer,
  columns,
  column,
  onColumn,
  onChange,
}: {
  question: Extract<LabelQuestion, { kind: 'cells' }>;
  answer: AnnotationAnswer | null;
  columns: readonly string[];
  column: string | null;
  onColumn: (column: string) => void;
  onChange: (answer: AnnotationAnswer | null) => void;
}) {
  const t = useTranslations('labelSchemas.answer');
  const unnamed = useTranslations('labelSchemas.editor')('unnamed');
  const flags = answer?.kind === 'cells' ? answer.flags : [];
  const at = column !== null && columns.includes(column) ? column : (columns[0] ?? null);
  if (at === null) return <p className="text-sm text-fg-muted">{t('noColumns')}</p>;
  const flagged = (name: string) => flags.filter((flag) => flag.column === name).length;
  return (
    <div className="flex flex-col gap-2">
      <Field label={t('cell')}>
        <Select
          value={at}
          onChange={({ target }) => onColumn(target.value)}
          options={columns.map((name) => ({
            value: name,
            label: flagged(name) === 0 ? name : t('flagged', { column: name, count: flagged(name) }),
          }))}
        />
      </Field>
      {question.reasons.map((reason) =>
        reason.deprecated ? null : (
          <ChoiceButton
            key={reason.id}
            chosen={flags.some((flag) => flag.column === at && flag.reasonId === reason.id)}
            shortcut={reason.key}
            onPress={() => onChange(toggleFlag(answer, at, reason.id))}
          >
            <Flag aria-hidden className="size-4 shrink-0" />
            <span className="min-w-0 wrap-anywhere">{reason.name === '' ? unnamed : reason.name}</span>
          </ChoiceButton>
        ),
      )}
    </div>
  );
}
