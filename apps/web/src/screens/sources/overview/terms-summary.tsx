'use client';

import { Card, DateTime, KeyValue, LinkButton } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { regionName } from '../terms/regions.ts';
import type { Source } from '../use-source.ts';

/** The terms in a few lines. What nobody has said yet is said to be missing. */
export function TermsSummary({ source, mayEdit }: { source: Source; mayEdit: boolean }) {
  const t = useTranslations('sources.terms');
  const { path } = useOrg();
  const { licence, consent, jurisdictions, collectedFrom, collectedTo, owner, retention } = source.terms;
  const unsaid = <span className="text-fg-muted">{t('unsaid')}</span>;
  const day = (value: string) => <DateTime at={`${value}T12:00:00Z`} format="date" timeZone="UTC" />;
  return (
    <Card
      title={t('summaryTitle')}
      actions={
        <LinkButton size="sm" href={path(`/sources/${source.id}/terms`)}>
          {mayEdit ? t('edit') : t('view')}
        </LinkButton>
      }
    >
      <KeyValue
        items={[
          {
            key: 'licence',
            label: t('licence'),
            value:
              licence === null ? unsaid : licence.name.kind === 'spdx' ? licence.name.id : licence.name.name,
            ...(licence === null
              ? {}
              : {
                  hint: t(
                    `permitsShort.${licence.permitsSynthesis === null ? 'unread' : licence.permitsSynthesis ? 'yes' : 'no'}`,
                  ),
                }),
          },
          {
            key: 'consent',
            label: t('ground'),
            value: consent === null ? unsaid : t(`basis.${consent.basis}.name`),
            ...(consent === null || consent.scope.length === 0
              ? {}
              : { hint: consent.scope.map((purpose) => t(`purpose.${purpose}`)).join(', ') }),
          },
          {
            key: 'jurisdictions',
            label: t('jurisdictions'),
            value: jurisdictions.length === 0 ? unsaid : jurisdictions.map(regionName).join(', '),
          },
          {
            key: 'collected',
            label: t('collected'),
            value:
              collectedFrom === null && collectedTo === null ? (
                unsaid
              ) : (
                <>
                  {collectedFrom === null ? '…' : day(collectedFrom)} –{' '}
                  {collectedTo === null ? '…' : day(collectedTo)}
                </>
              ),
          },
          { key: 'owner', label: t('owner'), value: owner === null || owner === '' ? unsaid : owner },
          {
            key: 'retention',
            label: t('retention'),
            value:
              retention?.legalHold != null
                ? t('onHold')
                : source.retentionOn === null
                  ? unsaid
                  : t.rich('erasedOn', {
                      day: () => <DateTime at={source.retentionOn ?? 0} format="date" timeZone="UTC" />,
                    }),
          },
          {
            key: 'showing',
            label: t('showing'),
            value: t(source.terms.rowsToLabellers ? 'showingYes' : 'showingNo'),
          },
          {
            key: 'privacyUnit',
            label: t('privacyUnit'),
            value:
              source.privacyUnit === null
                ? unsaid
                : source.privacyUnit.kind === 'row'
                  ? t('unitRowShort')
                  : t('unitEntityShort', { column: source.privacyUnit.column }),
          },
        ]}
      />
    </Card>
  );
}
