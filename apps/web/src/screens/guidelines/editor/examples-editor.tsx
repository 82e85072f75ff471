'use client';

import { Button, Field, Input, Select, Textarea } from '@assay/ui';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ExampleDraft, newExample } from '../draft.ts';
import { ExampleValues } from './example-values.tsx';
import { ListCard } from './list-card.tsx';
import type { ProblemAt } from './use-problem-text.ts';
import type { SampleColumns } from './use-sample-columns.ts';

/** Correct and incorrect examples, each with why. */
export function ExamplesEditor({
  examples,
  sample,
  problemAt,
  onChange,
}: {
  examples: readonly ExampleDraft[];
  sample: SampleColumns;
  problemAt: ProblemAt;
  onChange: (examples: readonly ExampleDraft[]) => void;
}) {
  const t = useTranslations('guidelines.editor.examples');
  const add = (verdict: ExampleDraft['verdict']) => (
    <Button
      size="sm"
      icon={<Plus aria-hidden />}
      onClick={() => onChange([...examples, newExample(verdict)])}
    >
      {t(`add.${verdict}`)}
    </Button>
  );
  return (
    <ListCard
      title={t('title')}
      description={t('about')}
      empty={t('empty')}
      list={examples}
      nameOf={(at) => t('name', { n: at + 1 })}
      onChange={onChange}
      actions={
        <>
          {add('correct')}
          {add('incorrect')}
        </>
      }
    >
      {(example, at, set) => {
        const field = `examples.${at}`;
        return (
          <>
            <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_9rem_9rem]">
              <Field
                label={t('titleField')}
                id={`${field}.title`}
                required
                error={problemAt(`${field}.title`)}
              >
                <Input
                  value={example.title}
                  maxLength={200}
                  onChange={(event) => set({ title: event.target.value })}
                />
              </Field>
              <Field label={t('verdict')}>
                <Select
                  value={example.verdict}
                  onChange={(event) =>
                    set({ verdict: event.target.value === 'correct' ? 'correct' : 'incorrect' })
                  }
                  options={[
                    { value: 'correct', label: t('correct') },
                    { value: 'incorrect', label: t('incorrect') },
                  ]}
                />
              </Field>
              <Field label={t('shows')}>
                <Select
                  value={example.shows}
                  onChange={(event) => set({ shows: event.target.value === 'row' ? 'row' : 'text' })}
                  options={[
                    { value: 'row', label: t('row') },
                    { value: 'text', label: t('aText') },
                  ]}
                />
              </Field>
            </div>
            {example.shows === 'text' ? (
              <Field
                label={t('text')}
                id={`${field}.content.text`}
                required
                error={problemAt(`${field}.content.text`)}
              >
                <Textarea
                  rows={3}
                  maxLength={4000}
                  value={example.text}
                  onChange={(event) => set({ text: event.target.value })}
                />
              </Field>
            ) : (
              <ExampleValues
                field={`${field}.content.values`}
                values={example.values}
                sample={sample}
                problemAt={problemAt}
                onChange={(values) => set({ values })}
              />
            )}
            <Field label={t('why')} id={`${field}.why`} required error={problemAt(`${field}.why`)}>
              <Textarea
                rows={2}
                maxLength={4000}
                value={example.why}
                onChange={(event) => set({ why: event.target.value })}
              />
            </Field>
          </>
        );
      }}
    </ListCard>
  );
}
