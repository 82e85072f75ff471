'use client';

import { Field, FormErrorSummary, Select } from '@assay/ui';
import { useTranslations } from 'next-intl';
import type { DraftProblem, GuidelineDraft } from '../draft.ts';
import { ChecklistEditor } from './checklist-editor.tsx';
import { ExamplesEditor } from './examples-editor.tsx';
import { GlossaryEditor } from './glossary-editor.tsx';
import { RulesEditor } from './rules-editor.tsx';
import { SectionsCard } from './sections-card.tsx';
import { useProblemText } from './use-problem-text.ts';
import type { SampleColumns } from './use-sample-columns.ts';

/** Every part of a guideline; what is wrong is said at its field once saving was tried. */
export function GuidelineForm({
  draft,
  problems,
  sample,
  disabled,
  onChange,
}: {
  draft: GuidelineDraft;
  /** Those to be said. */
  problems: readonly DraftProblem[];
  sample: SampleColumns;
  disabled: boolean;
  onChange: (part: Partial<GuidelineDraft>) => void;
}) {
  const t = useTranslations('guidelines.editor');
  const textOf = useProblemText();
  const problemAt = (field: string) => {
    const found = problems.find((problem) => problem.field === field);
    return found === undefined ? undefined : textOf(found);
  };
  return (
    <fieldset disabled={disabled} className="flex min-w-0 flex-col gap-6">
      <legend className="sr-only">{t('legend')}</legend>
      <SectionsCard
        sections={draft.sections}
        problemAt={problemAt}
        onChange={(sections) => onChange({ sections })}
      />
      {sample.sources.length === 0 ? null : (
        <Field label={t('columnsOf')} hint={t('columnsOfHint')} className="max-w-md">
          <Select
            value={sample.sourceId ?? ''}
            onChange={(event) => sample.choose(event.target.value)}
            options={sample.sources}
          />
        </Field>
      )}
      <ExamplesEditor
        examples={draft.examples}
        sample={sample}
        problemAt={problemAt}
        onChange={(examples) => onChange({ examples })}
      />
      <ChecklistEditor
        checklist={draft.checklist}
        problemAt={problemAt}
        onChange={(checklist) => onChange({ checklist })}
      />
      <RulesEditor
        rules={draft.rules}
        sample={sample}
        problemAt={problemAt}
        onChange={(rules) => onChange({ rules })}
      />
      <GlossaryEditor
        glossary={draft.glossary}
        problemAt={problemAt}
        onChange={(glossary) => onChange({ glossary })}
      />
    </fieldset>
  );
}

/** What keeps a draft from being saved, with the way to each field. */
export function DraftProblems({ problems }: { problems: readonly DraftProblem[] }) {
  const t = useTranslations('guidelines.editor');
  const textOf = useProblemText();
  const placeOf = (field: string): string => {
    const [list = '', at] = field.split('.');
    const n = Number(at) + 1;
    return t.has(`${list}.name` as never) && Number.isFinite(n)
      ? `${t(`${list}.name` as never, { n } as never)}: `
      : '';
  };
  return (
    <FormErrorSummary
      errors={problems.map((problem) => ({
        fieldId: problem.field,
        message: `${placeOf(problem.field)}${textOf(problem)}`,
      }))}
    />
  );
}
