'use client';

import { parsePredicate, validatePredicate } from '@assay/domain';
import { Button, Field, Input, Select } from '@assay/ui';
import { Info, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { PredicateInput } from '../../data/predicate-input.tsx';
import { newRule, type RuleDraft } from '../draft.ts';
import { ListCard } from './list-card.tsx';
import type { ProblemAt } from './use-problem-text.ts';
import type { SampleColumns } from './use-sample-columns.ts';

/** What a program checks of each labelled sample, over its columns and `label`. */
export function RulesEditor({
  rules,
  sample,
  problemAt,
  onChange,
}: {
  rules: readonly RuleDraft[];
  sample: SampleColumns;
  problemAt: ProblemAt;
  onChange: (rules: readonly RuleDraft[]) => void;
}) {
  const t = useTranslations('guidelines.editor.rules');
  return (
    <ListCard
      title={t('title')}
      description={t('about')}
      empty={t('empty')}
      list={rules}
      nameOf={(at) => t('name', { n: at + 1 })}
      onChange={onChange}
      actions={
        <Button size="sm" icon={<Plus aria-hidden />} onClick={() => onChange([...rules, newRule()])}>
          {t('add')}
        </Button>
      }
    >
      {({ text, severity, holds }, at, set) => (
        <>
          <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_10rem]">
            <Field label={t('text')} id={`rules.${at}.text`} required error={problemAt(`rules.${at}.text`)}>
              <Input value={text} maxLength={500} onChange={(event) => set({ text: event.target.value })} />
            </Field>
            <Field label={t('severity')}>
              <Select
                value={severity}
                onChange={(event) => set({ severity: event.target.value === 'error' ? 'error' : 'warning' })}
                options={[
                  { value: 'error', label: t('error') },
                  { value: 'warning', label: t('warning') },
                ]}
              />
            </Field>
          </div>
          <div className="flex flex-col gap-1.5">
            <span className="text-sm font-medium">{t('holds')}</span>
            <PredicateInput
              id={`rules.${at}.holds`}
              label={t('holdsOf', { n: at + 1 })}
              columns={sample.columns}
              text={holds}
              placeholder={t('placeholder')}
              problem={placeOfProblem(holds, sample, problemAt(`rules.${at}.holds`))}
              onText={(next) => set({ holds: next })}
            />
            <Unknown holds={holds} sample={sample} />
          </div>
        </>
      )}
    </ListCard>
  );
}

/** Where the text stops being a predicate; an empty one is wrong only once that is to be said. */
function placeOfProblem(text: string, sample: SampleColumns, told: string | undefined) {
  if (text.trim() === '') return told === undefined ? null : { message: told, position: null };
  const parsed = parsePredicate(
    text,
    sample.columns.map((column) => column.name),
  );
  return parsed.ok ? null : parsed.error;
}

/** What does not fit the columns that were chosen: samples may have others, so it can be saved. */
function Unknown({ holds, sample }: { holds: string; sample: SampleColumns }) {
  if (!sample.known || holds.trim() === '') return null;
  const parsed = parsePredicate(
    holds,
    sample.columns.map((column) => column.name),
  );
  const problems = parsed.ok ? validatePredicate(parsed.predicate, sample.columns) : [];
  return problems.length === 0 ? null : (
    <ul role="status" className="flex flex-col gap-1 text-sm text-warn-text">
      {problems.map(({ message }) => (
        <li key={message} className="flex items-start gap-1.5 wrap-anywhere">
          <Info aria-hidden className="mt-0.5 size-4 shrink-0" />
          {message}
        </li>
      ))}
    </ul>
  );
}
