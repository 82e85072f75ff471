'use client';

import { Card, DateInput, Field, Input, MultiSelect } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { TERM_IDS } from '../overview/readiness-links.ts';
import type { DraftSection } from './draft-section.ts';
import { regionName, regionOptions } from './regions.ts';

export function OriginFields({ draft, change, errorOf }: DraftSection) {
  const t = useTranslations('sources.terms');
  const options = useMemo(() => {
    const all = regionOptions();
    const known = new Set(all.map((each) => each.value));
    const others = draft.jurisdictions.filter((code) => !known.has(code));
    return [...all, ...others.map((code) => ({ value: code, label: regionName(code) }))];
  }, [draft.jurisdictions]);
  return (
    <Card title={t('origin')} description={t('originBody')}>
      <div className="flex flex-col gap-4">
        <Field
          id={TERM_IDS.jurisdictions}
          label={t('jurisdictions')}
          hint={t('jurisdictionsHint')}
          error={errorOf(TERM_IDS.jurisdictions)}
        >
          <MultiSelect
            options={options}
            value={draft.jurisdictions}
            onChange={(jurisdictions) => change({ jurisdictions })}
          />
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('collectedFrom')} optional>
            <DateInput
              value={draft.collectedFrom}
              onChange={(event) => change({ collectedFrom: event.currentTarget.value })}
            />
          </Field>
          <Field
            id={TERM_IDS.collectedTo}
            label={t('collectedTo')}
            optional
            error={errorOf(TERM_IDS.collectedTo)}
          >
            <DateInput
              value={draft.collectedTo}
              onChange={(event) => change({ collectedTo: event.currentTarget.value })}
            />
          </Field>
        </div>
        <Field id={TERM_IDS.owner} label={t('owner')} hint={t('ownerHint')}>
          <Input
            value={draft.owner}
            maxLength={256}
            onChange={(event) => change({ owner: event.currentTarget.value })}
          />
        </Field>
      </div>
    </Card>
  );
}
