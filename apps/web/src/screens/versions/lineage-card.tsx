'use client';

import { Badge, Card, KeyValue, NumberText, TextLink } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import type { VersionContent, VersionView } from './use-version.ts';

/** What a version was made from: its runs with their recipes, seeds and sources, guidelines and label schemas. */
export function LineageCard({ version, content }: { version: VersionView; content: VersionContent }) {
  const t = useTranslations('versions.lineage');
  const { path } = useOrg();
  return (
    <Card title={t('title')} description={t('about')}>
      <div className="flex flex-col gap-6">
        {content.runs.map((run) => (
          <section key={run.runId} className="flex flex-col gap-1">
            <h3 className="flex flex-wrap items-center gap-2 text-sm font-semibold">
              <TextLink href={path(`/runs/${run.runId}`)}>
                {t('run', { number: run.number })}: {run.name}
              </TextLink>
              <Badge>{t(`origin.${run.origin}`)}</Badge>
            </h3>
            <KeyValue
              items={[
                {
                  key: 'samples',
                  label: t('samples'),
                  value: (
                    <>
                      <NumberText value={run.samples} /> / <NumberText value={run.rows} />
                    </>
                  ),
                },
                ...(run.recipe === null
                  ? []
                  : [
                      {
                        key: 'recipe',
                        label: t('recipe'),
                        value: (
                          <TextLink href={path(`/recipes/${run.recipe.id}`)}>
                            {t('versioned', { name: run.recipe.name, number: run.recipe.number })}
                          </TextLink>
                        ),
                      },
                    ]),
                ...(run.generator === null
                  ? []
                  : [{ key: 'generator', label: t('generator'), value: run.generator }]),
                {
                  key: 'seed',
                  label: t('seed'),
                  value: <code className="font-mono text-xs">{run.seed}</code>,
                },
                ...(run.source === null
                  ? []
                  : [
                      {
                        key: 'source',
                        label: t('source'),
                        value: (
                          <TextLink href={path(`/sources/${run.source.id}`)}>
                            {t('versioned', { name: run.source.name, number: run.source.number })}
                          </TextLink>
                        ),
                        ...(run.source.split === null ? {} : { hint: t('split', run.source.split) }),
                      },
                      {
                        key: 'licence',
                        label: t('licence'),
                        value: run.source.licence ?? t('noLicence'),
                      },
                    ]),
                ...(run.report === null
                  ? []
                  : [
                      {
                        key: 'report',
                        label: t('report'),
                        value: (
                          <TextLink href={path(`/reports/${run.report.id}`)}>{t('openReport')}</TextLink>
                        ),
                      },
                    ]),
              ]}
            />
          </section>
        ))}
        {content.documents.length === 0 ? null : (
          <section className="flex flex-col gap-1">
            <h3 className="text-sm font-semibold">{t('documents')}</h3>
            <ul className="flex flex-col gap-1 text-sm">
              {content.documents.map((document) => (
                <li key={document.versionId}>
                  {t(document.kind)}:{' '}
                  <TextLink
                    href={path(
                      document.kind === 'guideline'
                        ? `/guidelines/${document.id}`
                        : `/label-schemas/${document.id}`,
                    )}
                  >
                    {t('versioned', { name: document.name, number: document.number })}
                  </TextLink>
                </li>
              ))}
            </ul>
          </section>
        )}
        <p className="text-xs text-fg-muted">{t('branch', { name: version.branch })}</p>
      </div>
    </Card>
  );
}
