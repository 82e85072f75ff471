'use client';

import { Button, Field, Input, Textarea } from '@assay/ui';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { newTerm, type TermDraft } from '../draft.ts';
import { ListCard } from './list-card.tsx';
import type { ProblemAt } from './use-problem-text.ts';

/** Words that mean something of their own here. */
export function GlossaryEditor({
  glossary,
  problemAt,
  onChange,
}: {
  glossary: readonly TermDraft[];
  problemAt: ProblemAt;
  onChange: (glossary: readonly TermDraft[]) => void;
}) {
  const t = useTranslations('guidelines.editor.glossary');
  return (
    <ListCard
      title={t('title')}
      description={t('about')}
      empty={t('empty')}
      list={glossary}
      nameOf={(at) => t('name', { n: at + 1 })}
      onChange={onChange}
      actions={
        <Button size="sm" icon={<Plus aria-hidden />} onClick={() => onChange([...glossary, newTerm()])}>
          {t('add')}
        </Button>
      }
    >
      {({ term, meaning }, at, set) => (
        <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
          <Field
            label={t('term')}
            id={`glossary.${at}.term`}
            required
            error={problemAt(`glossary.${at}.term`)}
          >
            <Input value={term} maxLength={120} onChange={(event) => set({ term: event.target.value })} />
          </Field>
          <Field
            label={t('meaning')}
            id={`glossary.${at}.meaning`}
            required
            error={problemAt(`glossary.${at}.meaning`)}
          >
            <Textarea
              rows={2}
              maxLength={4000}
              value={meaning}
              onChange={(event) => set({ meaning: event.target.value })}
            />
          </Field>
        </div>
      )}
    </ListCard>
  );
}
