'use client';

import { type ConsentBasis, consentBasis, purpose } from '@assay/contracts';
import { Card, Checkbox, DateInput, Field, RadioGroup, Textarea } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { TERM_IDS } from '../overview/readiness-links.ts';
import type { DraftSection } from './draft-section.ts';

export function ConsentFields({ draft, change }: DraftSection) {
  const t = useTranslations('sources.terms');
  const personal = draft.basis !== '' && draft.basis !== 'public-data' && draft.basis !== 'not-personal';
  return (
    <Card title={t('ground')} description={t('groundBody')}>
      <div className="flex flex-col gap-4">
        <Field id={TERM_IDS.basis} label={t('groundName')}>
          <RadioGroup
            value={draft.basis === '' ? 'unsaid' : draft.basis}
            onChange={(value) => {
              const basis = consentBasis.safeParse(value);
              change({ basis: basis.success ? basis.data : '' });
            }}
            options={[
              { value: 'unsaid', label: t('unsaid') },
              ...consentBasis.options.map((basis: ConsentBasis) => ({
                value: basis,
                label: t(`basis.${basis}.name`),
                hint: t(`basis.${basis}.hint`),
              })),
            ]}
          />
        </Field>
        {draft.basis === '' ? null : (
          <>
            <fieldset id={TERM_IDS.scope} tabIndex={-1} className="flex min-w-0 flex-col gap-1.5 rounded-sm">
              <legend className="mb-1 text-sm font-medium">{t('scope')}</legend>
              <p className="text-xs text-fg-muted">{personal ? t('scopeHint') : t('scopeFree')}</p>
              <div className="grid gap-1 sm:grid-cols-2">
                {purpose.options.map((each) => (
                  <Checkbox
                    key={each}
                    label={t(`purpose.${each}`)}
                    checked={draft.scope.includes(each)}
                    onChange={(on) =>
                      change({
                        scope: purpose.options.filter((one) =>
                          one === each ? on : draft.scope.includes(one),
                        ),
                      })
                    }
                  />
                ))}
              </div>
            </fieldset>
            <div className="grid gap-4 sm:grid-cols-2">
              <Field id={TERM_IDS.consentExpires} label={t('validThrough')} optional>
                <DateInput
                  value={draft.consentExpires}
                  onChange={(event) => change({ consentExpires: event.currentTarget.value })}
                />
              </Field>
              <Field id={TERM_IDS.withdrawn} label={t('withdrawn')} optional hint={t('withdrawnHint')}>
                <DateInput
                  value={draft.withdrawn}
                  onChange={(event) => change({ withdrawn: event.currentTarget.value })}
                />
              </Field>
            </div>
            <Field id={TERM_IDS.evidence} label={t('evidence')} optional hint={t('evidenceHint')}>
              <Textarea
                rows={2}
                maxLength={2000}
                value={draft.evidence}
                onChange={(event) => change({ evidence: event.currentTarget.value })}
              />
            </Field>
          </>
        )}
      </div>
    </Card>
  );
}
