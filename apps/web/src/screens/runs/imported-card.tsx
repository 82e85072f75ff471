'use client';

import type { ImportedRun } from '@assay/contracts';
import { Card, KeyValue } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { GuideLink } from '~/shell/guide-link.tsx';

const FIELDS = ['generator', 'version', 'seed', 'prompt', 'parameters'] as const;

/** Who or what made imported rows, as it was said when they came. */
export function ImportedCard({ imported }: { imported: ImportedRun }) {
  const t = useTranslations('runs.importedFacts');
  const guide = useTranslations('guide');
  const { provenance, mapping } = imported;
  return (
    <Card title={t('title')} footer={<GuideLink page="generators/imported">{guide('imported')}</GuideLink>}>
      <KeyValue
        items={[
          { key: 'file', label: t('file'), value: imported.fileName },
          ...FIELDS.map((name) => {
            const said = provenance[name];
            return {
              key: name,
              label: t(name),
              value:
                said === null ? (
                  <span className="text-fg-muted">{t('notGiven')}</span>
                ) : 'column' in said ? (
                  t('byColumn', { column: said.column })
                ) : (
                  <span className="whitespace-pre-wrap">{said.value}</span>
                ),
            };
          }),
          {
            key: 'mapping',
            label: t('mapping'),
            value:
              mapping === null
                ? t('asTheyAre')
                : t('mapped', { count: mapping.filter((each) => each.to !== null).length }),
          },
        ]}
      />
    </Card>
  );
}
