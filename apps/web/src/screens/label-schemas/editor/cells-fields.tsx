'use client';

import type { LabelQuestion, LabelSchemaProblem } from '@assay/contracts';
import { Field, MultiSelect, RadioGroup, Textarea } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FieldProblems } from '../../recipes/editor/field-problems.tsx';
import { withKeys } from '../new-parts.ts';
import { problemsAt } from '../read-schema.ts';
import { useColumnNames } from './column-names.tsx';
import { ReasonsEditor } from './reasons-editor.tsx';

type Cells = Extract<LabelQuestion, { kind: 'cells' }>;

/** Which columns are asked about, and the reasons that a flag can have. */
export function CellsFields({
  question,
  field,
  problems,
  savedIds,
  disabled,
  onChange,
}: {
  question: Cells;
  field: string;
  problems: readonly LabelSchemaProblem[];
  savedIds: ReadonlySet<string>;
  disabled: boolean;
  onChange: (question: Cells) => void;
}) {
  const t = useTranslations('labelSchemas.editor.cells');
  const names = useColumnNames();
  const written = (question.columns ?? []).join('\n');
  const [typed, setTyped] = useState({ of: written, text: written });
  const text = typed.of === written ? typed.text : written;
  return (
    <>
      <Field label={t('which')}>
        <RadioGroup
          value={question.columns === null ? 'all' : 'named'}
          disabled={disabled}
          onChange={(value) => onChange({ ...question, columns: value === 'all' ? null : [] })}
          options={[
            { value: 'all', label: t('all') },
            { value: 'named', label: t('named') },
          ]}
        />
      </Field>
      {question.columns === null ? null : names?.length !== 0 ? (
        <Field label={t('columns')} hint={t('columnsPick')}>
          <MultiSelect
            disabled={disabled}
            options={[...new Set([...(names ?? []), ...question.columns])].map((name) => ({
              value: name,
              label: name,
            }))}
            value={question.columns}
            onChange={(columns) => onChange({ ...question, columns: [...columns] })}
          />
        </Field>
      ) : (
        <Field label={t('columns')} hint={t('columnsHint')}>
          <Textarea
            rows={3}
            value={text}
            spellCheck={false}
            onChange={({ target }) => {
              const columns = target.value
                .split('\n')
                .map((line) => line.trim())
                .filter((line) => line !== '');
              setTyped({ of: columns.join('\n'), text: target.value });
              onChange({ ...question, columns });
            }}
          />
        </Field>
      )}
      <FieldProblems problems={problemsAt(problems, `${field}.columns`)} />
      <ReasonsEditor
        reasons={question.reasons}
        field={`${field}.reasons`}
        problems={problems}
        savedIds={savedIds}
        disabled={disabled}
        onChange={(reasons) => {
          const next = withKeys({ ...question, reasons }, question);
          if (next.kind === 'cells') onChange(next);
        }}
      />
    </>
  );
}
