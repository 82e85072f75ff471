'use client';

import { Callout, Card, DataTable, NumberText, TextLink, TimeAgo } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import type { ReleasePreview } from './use-release.ts';

/** Which test rows the final validation reads, and how often they were read: each reading wears them out. */
export function TestReadsCard({
  tests,
  unreferenced,
  pictures,
}: {
  tests: ReleasePreview['tests'];
  unreferenced: readonly number[];
  pictures: ReleasePreview['pictures'];
}) {
  const t = useTranslations('releases.tests');
  const { path } = useOrg();
  return (
    <Card title={t('title')} description={t('about')} flush={tests.length > 0}>
      {tests.length === 0 ? null : (
        <DataTable
          caption={t('title')}
          dense
          narrow="cards"
          rows={tests}
          rowKey={(each) => `${each.source.versionId} ${each.runs.join(',')}`}
          columns={[
            {
              id: 'source',
              header: t('source'),
              rowHeader: true,
              cell: ({ source }) => (
                <TextLink href={path(`/versions/${source.versionId}`)}>
                  {t('sourceVersion', { name: source.name, number: source.number })}
                </TextLink>
              ),
            },
            { id: 'runs', header: t('runs'), cell: ({ runs }) => runs.join(', ') },
            {
              id: 'rows',
              header: t('rows'),
              numeric: true,
              cell: ({ testRows }) => <NumberText value={testRows} />,
            },
            {
              id: 'reads',
              header: t('reads'),
              cell: ({ reads, releases, lastReadAt }) =>
                reads === 0 ? (
                  t('never')
                ) : (
                  <span className="flex flex-col max-sm:items-end">
                    {t('readBy', { reads, releases })}
                    {lastReadAt === null ? null : (
                      <span className="text-xs text-fg-muted">
                        <TimeAgo at={lastReadAt} />
                      </span>
                    )}
                  </span>
                ),
            },
          ]}
        />
      )}
      {pictures === null ? null : (
        <div className={tests.length > 0 ? 'p-4' : ''}>
          {tests.length === 0 && pictures.alone ? (
            <Callout tone="info" title={t('picturesTitle')}>
              {t('picturesBody', { count: pictures.samples })}
            </Callout>
          ) : (
            <p className="text-sm text-fg-secondary">{t('picturesBeside', { count: pictures.samples })}</p>
          )}
        </div>
      )}
      {unreferenced.length === 0 ? null : (
        <div className={tests.length > 0 ? 'p-4' : ''}>
          <Callout tone="warn" title={t('unreferenced', { count: unreferenced.length })}>
            {t('unreferencedBody', { runs: unreferenced.join(', ') })}
          </Callout>
        </div>
      )}
    </Card>
  );
}
