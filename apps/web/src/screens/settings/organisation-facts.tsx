'use client';

import { Card, DateTime, KeyValue, NumberText } from '@assay/ui';
import { useTranslations } from 'next-intl';
import type { Organisation } from './settings-types.ts';

export function OrganisationFacts({ organisation }: { organisation: Organisation }) {
  const t = useTranslations('settings');
  const { counts } = organisation;
  return (
    <Card title={t('facts')}>
      <KeyValue
        stacked
        items={[
          {
            key: 'address',
            label: t('address'),
            value: <code className="font-mono text-xs">/o/{organisation.slug}</code>,
            hint: t('addressHint'),
          },
          { key: 'region', label: t('region'), value: organisation.region, hint: t('regionHint') },
          { key: 'made', label: t('made'), value: <DateTime at={organisation.createdAt} format="date" /> },
          { key: 'members', label: t('members'), value: <NumberText value={counts.members} /> },
          { key: 'projects', label: t('projects'), value: <NumberText value={counts.projects} /> },
          { key: 'sources', label: t('sources'), value: <NumberText value={counts.sources} /> },
          { key: 'keys', label: t('activeKeys'), value: <NumberText value={counts.activeApiKeys} /> },
        ]}
      />
    </Card>
  );
}
