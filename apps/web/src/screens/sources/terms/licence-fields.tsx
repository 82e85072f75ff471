'use client';

import { Card, Combobox, DateInput, Field, Input, RadioGroup, Textarea } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { TERM_IDS } from '../overview/readiness-links.ts';
import type { DraftSection } from './draft-section.ts';
import { SPDX_LICENCES, spdxUrl } from './spdx.ts';
import { CUSTOM, type TermsDraft } from './terms-draft.ts';

export function LicenceFields({ draft, change, errorOf }: DraftSection) {
  const t = useTranslations('sources.terms');
  const known = SPDX_LICENCES.some((each) => each.id === draft.licence);
  const options = [
    { value: '', label: t('licenceUnsaid') },
    { value: CUSTOM, label: t('licenceCustom') },
    ...SPDX_LICENCES.map(({ id, name }) => ({ value: id, label: id, hint: name })),
    ...(known || draft.licence === '' || draft.licence === CUSTOM
      ? []
      : [{ value: draft.licence, label: draft.licence }]),
  ];
  const choose = (licence: string) => {
    const isOwn = licence !== '' && licence !== CUSTOM;
    const wasOwn = draft.url === '' || draft.url === spdxUrl(draft.licence);
    change({ licence, ...(wasOwn ? { url: isOwn ? spdxUrl(licence) : '' } : {}) });
  };
  return (
    <Card title={t('licence')} description={t('licenceBody')}>
      <div className="flex flex-col gap-4">
        <Field id={TERM_IDS.licence} label={t('licenceName')} hint={t('licenceHint')}>
          <Combobox options={options} value={draft.licence} onChange={choose} />
        </Field>
        {draft.licence === '' ? null : (
          <>
            {draft.licence === CUSTOM ? (
              <Field id="licence-name" label={t('customName')} required error={errorOf('licence-name')}>
                <Input
                  value={draft.customName}
                  maxLength={256}
                  onChange={(event) => change({ customName: event.currentTarget.value })}
                />
              </Field>
            ) : null}
            <Field id={TERM_IDS.permits} label={t('permits')} hint={t('permitsHint')}>
              <RadioGroup
                value={draft.permits}
                onChange={(value) => change({ permits: value as TermsDraft['permits'] })}
                options={[
                  { value: 'yes', label: t('permitsYes') },
                  { value: 'no', label: t('permitsNo') },
                  { value: 'unread', label: t('permitsUnread') },
                ]}
              />
            </Field>
            <div className="grid gap-4 sm:grid-cols-2">
              <Field id="licence-url" label={t('url')} optional error={errorOf('licence-url')}>
                <Input
                  type="url"
                  inputMode="url"
                  value={draft.url}
                  maxLength={2048}
                  onChange={(event) => change({ url: event.currentTarget.value })}
                />
              </Field>
              <Field id={TERM_IDS.licenceExpires} label={t('validThrough')} optional>
                <DateInput
                  value={draft.licenceExpires}
                  onChange={(event) => change({ licenceExpires: event.currentTarget.value })}
                />
              </Field>
            </div>
            <Field label={t('attribution')} optional hint={t('attributionHint')}>
              <Textarea
                rows={2}
                maxLength={2000}
                value={draft.attribution}
                onChange={(event) => change({ attribution: event.currentTarget.value })}
              />
            </Field>
          </>
        )}
      </div>
    </Card>
  );
}
