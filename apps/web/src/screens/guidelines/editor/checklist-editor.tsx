'use client';

import { Button, Checkbox, Field, Input } from '@assay/ui';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type CheckDraft, newCheck } from '../draft.ts';
import { ListCard } from './list-card.tsx';
import type { ProblemAt } from './use-problem-text.ts';

/** What to go through before a sample is done. */
export function ChecklistEditor({
  checklist,
  problemAt,
  onChange,
}: {
  checklist: readonly CheckDraft[];
  problemAt: ProblemAt;
  onChange: (checklist: readonly CheckDraft[]) => void;
}) {
  const t = useTranslations('guidelines.editor.checklist');
  return (
    <ListCard
      title={t('title')}
      description={t('about')}
      empty={t('empty')}
      list={checklist}
      nameOf={(at) => t('name', { n: at + 1 })}
      onChange={onChange}
      actions={
        <Button size="sm" icon={<Plus aria-hidden />} onClick={() => onChange([...checklist, newCheck()])}>
          {t('add')}
        </Button>
      }
    >
      {({ text, required }, at, set) => (
        <div className="flex flex-col gap-2">
          <Field
            label={t('text')}
            id={`checklist.${at}.text`}
            required
            error={problemAt(`checklist.${at}.text`)}
          >
            <Input value={text} maxLength={500} onChange={(event) => set({ text: event.target.value })} />
          </Field>
          <Checkbox label={t('required')} checked={required} onChange={(on) => set({ required: on })} />
        </div>
      )}
    </ListCard>
  );
}
