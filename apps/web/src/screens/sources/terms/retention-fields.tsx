'use client';

import { Callout, Card, Checkbox, DateInput, Field, NumberInput, Textarea } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { TERM_IDS } from '../overview/readiness-links.ts';
import type { DraftSection } from './draft-section.ts';

export function RetentionFields({ draft, change, errorOf }: DraftSection) {
  const t = useTranslations('sources.terms');
  const today = new Date().toISOString().slice(0, 10);
  const acts = (draft.deleteOn !== '' || draft.keepForDays !== null) && !draft.hold;
  return (
    <Card title={t('retention')} description={t('retentionBody')}>
      <div className="flex flex-col gap-4">
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            id={TERM_IDS.retention}
            label={t('keepForDays')}
            optional
            hint={t('keepForDaysHint')}
            error={errorOf(TERM_IDS.retention)}
          >
            <NumberInput
              value={draft.keepForDays}
              min={1}
              max={36_525}
              unit={t('days')}
              onChange={(keepForDays) => change({ keepForDays })}
            />
          </Field>
          <Field label={t('deleteOn')} optional hint={t('deleteOnHint')}>
            <DateInput
              value={draft.deleteOn}
              onChange={(event) => change({ deleteOn: event.currentTarget.value })}
            />
          </Field>
        </div>
        {acts ? <Callout tone="warn">{t('retentionActs')}</Callout> : null}
        <Checkbox
          label={t('hold')}
          hint={t('holdHint')}
          checked={draft.hold}
          onChange={(hold) =>
            change({ hold, ...(hold && draft.holdSince === '' ? { holdSince: today } : {}) })
          }
        />
        {draft.hold ? (
          <div className="grid gap-4 sm:grid-cols-2">
            <Field id="hold-reason" label={t('holdReason')} required error={errorOf('hold-reason')}>
              <Textarea
                rows={2}
                maxLength={2000}
                value={draft.holdReason}
                onChange={(event) => change({ holdReason: event.currentTarget.value })}
              />
            </Field>
            <Field id="hold-since" label={t('holdSince')} required error={errorOf('hold-since')}>
              <DateInput
                value={draft.holdSince}
                onChange={(event) => change({ holdSince: event.currentTarget.value })}
              />
            </Field>
          </div>
        ) : null}
      </div>
    </Card>
  );
}
