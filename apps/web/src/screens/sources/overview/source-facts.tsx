'use client';

import { Bytes, Card, DateTime, KeyValue, NumberText, TextLink } from '@assay/ui';
import { skipToken } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import type { Source, VersionSummary } from '../use-source.ts';

/** The current version in figures, and who brought it. */
export function SourceFacts({ source, version }: { source: Source; version: VersionSummary }) {
  const t = useTranslations('sources.overview');
  const common = useTranslations('common');
  const trpc = useTRPC();
  const { path } = useOrg();
  const readable = version.status === 'READY';
  const columns = useQuery(
    trpc.sourceVersion.columns.queryOptions(
      readable ? { versionId: version.id, search: '', offset: 0, limit: 1 } : skipToken,
    ),
  );
  const findings = useQuery(
    trpc.sourceVersion.findings.queryOptions(readable ? { versionId: version.id } : skipToken),
  );
  const confirmed = findings.data?.filter((finding) => finding.status === 'CONFIRMED').length ?? 0;
  const open = findings.data?.filter((finding) => finding.status === 'OPEN').length ?? 0;
  const here = path(`/sources/${source.id}`);
  const person = (name: string | null) => name ?? common('unknownPerson');
  return (
    <Card
      title={t('currentTitle')}
      actions={
        <TextLink href={`${here}/versions`}>{t('allVersions', { count: source.versions.length })}</TextLink>
      }
    >
      <KeyValue
        items={[
          {
            key: 'rows',
            label: t('rows'),
            value: version.rows === null ? '–' : <NumberText value={version.rows} />,
            ...(version.rejected === null || version.rejected === 0
              ? {}
              : { hint: t('rejected', { count: version.rejected }) }),
          },
          {
            key: 'columns',
            label: t('columns'),
            value:
              columns.data === undefined ? (
                '–'
              ) : (
                <TextLink href={`${here}/columns`}>
                  <NumberText value={columns.data.total} />
                </TextLink>
              ),
          },
          {
            key: 'personal',
            label: t('personal'),
            value:
              findings.data === undefined ? (
                '–'
              ) : (
                <TextLink href={`${here}/findings`}>{t('findings', { open, confirmed })}</TextLink>
              ),
          },
          { key: 'version', label: t('version'), value: <NumberText value={version.number} /> },
          {
            key: 'file',
            label: t('file'),
            value: version.fileName,
            hint: <Bytes value={version.fileBytes} />,
          },
          {
            key: 'imported',
            label: t('imported'),
            value: <DateTime at={version.committedAt ?? version.createdAt} />,
            hint: t('by', { name: person(version.createdByName) }),
          },
          ...(source.versions.length > 1
            ? [
                {
                  key: 'created',
                  label: t('created'),
                  value: <DateTime at={source.createdAt} />,
                  hint: t('by', { name: person(source.createdByName) }),
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}
