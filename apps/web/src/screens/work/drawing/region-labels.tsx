'use client';

import { cn, Kbd } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { ColourDot } from '../../label-schemas/label-colour.tsx';
import type { Drawing } from './drawing.ts';
import { offeredLabels, pickLabel, type RegionQuestion } from './region-question.ts';
import { penOf } from './use-records.ts';
import { useSignal } from './use-signal.ts';

/** The labels of a question of regions: what is pressed is drawn next, and given to what is selected. */
export function RegionLabels({ question, drawing }: { question: RegionQuestion; drawing: Drawing }) {
  const t = useTranslations('work.draw');
  const { editor } = drawing;
  useSignal(editor.store.signalOf('pen'));
  const now = penOf(editor).label?.labelId;
  return (
    <fieldset className="min-w-0">
      <legend className="sr-only">{t('labels')}</legend>
      <div className="flex flex-wrap gap-1.5">
        {offeredLabels(question).map((label) => (
          <button
            key={label.id}
            type="button"
            aria-pressed={label.id === now}
            title={label.description === '' ? undefined : label.description}
            className={cn(
              'tap inline-flex items-center gap-1.5 rounded border px-2 py-1 text-sm',
              label.id === now ? 'border-accent bg-accent-soft' : 'border-line hover:bg-hover',
            )}
            onClick={() => pickLabel(editor, question, label.id)}
          >
            <ColourDot colour={label.colour} />
            <span className="wrap-anywhere">{label.name}</span>
            {label.key === null ? null : <Kbd keys={label.key} />}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
