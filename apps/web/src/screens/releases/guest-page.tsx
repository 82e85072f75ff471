'use client';

import {
  BarChart,
  Button,
  Bytes,
  Callout,
  Card,
  DataTable,
  DateTime,
  KeyValue,
  NumberText,
  Skeleton,
} from '@assay/ui';
import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Mark } from '~/shell/mark.tsx';
import { Failure } from '~/shell/page-states.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { writeTarget } from '../goals/goal-types.ts';
import { CountsTable } from '../versions/counts-table.tsx';
import type { GuestRelease } from './use-release.ts';

/** One release, read-only, for whoever holds a link. The secret stands behind `#` and is sent in bodies alone. */
export function GuestPage() {
  const t = useTranslations('releases.guest');
  const trpc = useTRPC();
  const [token, setToken] = useState<string | null>(null);
  const view = useMutation(trpc.guest.view.mutationOptions());
  const { mutate } = view;
  useEffect(() => {
    const look = () => {
      const secret = location.hash.slice(1);
      setToken(secret);
      if (secret !== '') mutate({ token: secret });
    };
    look();
    // Another link in the same window changes what stands behind the # alone.
    window.addEventListener('hashchange', look);
    return () => window.removeEventListener('hashchange', look);
  }, [mutate]);
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-5xl flex-col gap-6 px-4 py-8 sm:px-6">
      <div className="flex items-center gap-3">
        <Mark className="size-8" />
        <p className="text-sm text-fg-secondary">{t('tagline')}</p>
      </div>
      {token === '' ? (
        <>
          <h1 className="text-2xl font-semibold tracking-tight">{t('title')}</h1>
          <Callout tone="warn" title={t('noSecret')}>
            {t('noSecretBody')}
          </Callout>
        </>
      ) : view.data !== undefined && token !== null ? (
        <SharedRelease release={view.data} token={token} />
      ) : (
        <>
          <h1 className="text-2xl font-semibold tracking-tight">{t('title')}</h1>
          {view.error === null ? (
            <div aria-busy="true" className="flex flex-col gap-4">
              <span className="sr-only" role="status">
                {t('loading')}
              </span>
              <Skeleton className="h-8 w-2/3" />
              <Skeleton className="h-40 w-full" />
            </div>
          ) : (
            <Failure
              error={view.error}
              onRetry={() => token !== null && mutate({ token })}
              retrying={view.isPending}
            />
          )}
        </>
      )}
    </main>
  );
}

function SharedRelease({ release, token }: { release: GuestRelease; token: string }) {
  const t = useTranslations('releases.guest');
  const words = useTranslations('releases');
  const { approval } = release;
  return (
    <>
      <div className="flex flex-col gap-1">
        <h1 className="text-2xl font-semibold tracking-tight wrap-anywhere">{release.title}</h1>
        <p className="text-sm text-fg-secondary">
          {t('of', { project: release.project, organisation: release.organisation, number: release.number })}
        </p>
        <p className="text-xs text-fg-muted">
          {t.rich('until', { at: () => <DateTime at={release.expiresAt} /> })}
        </p>
      </div>
      {release.standing === 'withdrawn' ? (
        <Callout tone="bad" title={t('withdrawn')}>
          {`“${release.withdrawReason ?? ''}”`} {t('withdrawnBody')}
        </Callout>
      ) : release.standing === 'lapsed' ? (
        <Callout tone="warn" title={t('lapsed')}>
          {t('lapsedBody')}
        </Callout>
      ) : (
        <Callout tone="good" title={t('inForce')}>
          {approval === null
            ? null
            : t.rich('approved', {
                at: () => <DateTime at={approval.approvedAt} />,
                policy: approval.policy,
              })}
        </Callout>
      )}
      {release.notes === '' ? null : (
        <p className="max-w-prose text-sm whitespace-pre-wrap wrap-anywhere">{release.notes}</p>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <Files release={release} token={token} />
          {approval === null ? null : <Grounds approval={approval} />}
          {release.distribution.map((schema) => (
            <Card key={schema.labelSchemaId} title={t('labels', { name: schema.labelSchema })}>
              <div className="flex flex-col gap-6">
                {schema.questions
                  .filter((question) => question.values.length > 0)
                  .map((question) => (
                    <BarChart
                      key={question.id}
                      title={question.name}
                      items={question.values
                        .slice(0, 20)
                        .map(({ value, count }) => ({ label: value, value: count }))}
                    />
                  ))}
              </div>
            </Card>
          ))}
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <Card title={t('content')}>
            <CountsTable counts={release.counts} />
          </Card>
          <Card title={t('origin')}>
            <KeyValue
              items={[
                ...release.runs.map((run) => ({
                  key: String(run.number),
                  label: t('run', { number: run.number }),
                  value: (
                    <>
                      <NumberText value={run.samples} /> {t('samples')}
                    </>
                  ),
                  hint:
                    run.source === null
                      ? t('noSource')
                      : t('source', {
                          name: run.source.name,
                          number: run.source.number,
                          licence: run.source.licence ?? t('noLicence'),
                        }),
                })),
                {
                  key: 'root',
                  label: t('root'),
                  value: <code className="font-mono text-xs break-all">{release.version.root}</code>,
                  hint: t('rootHint'),
                },
              ]}
            />
          </Card>
          {release.waivers.length === 0 ? null : (
            <Card title={t('waivers')}>
              <ul className="flex flex-col gap-3 text-sm">
                {release.waivers.map((waiver) => (
                  <li key={waiver.name} className="wrap-anywhere">
                    <span className="font-medium">{waiver.name}</span>{' '}
                    <span className="text-fg-secondary">
                      {words.rich('blockers.until', {
                        day: () => (
                          <DateTime at={`${waiver.endsOn}T12:00:00Z`} format="date" timeZone="UTC" />
                        ),
                      })}
                    </span>
                    <br />
                    {`“${waiver.reason}”`}
                  </li>
                ))}
              </ul>
            </Card>
          )}
        </div>
      </div>
    </>
  );
}

function Files({ release, token }: { release: GuestRelease; token: string }) {
  const t = useTranslations('releases.guest');
  const kinds = useTranslations('versions.exports');
  if (release.exports.length === 0) {
    return (
      <Card title={t('files')}>
        <p className="text-sm text-fg-muted">{t('noFiles')}</p>
      </Card>
    );
  }
  return release.exports.map((made) => (
    <Card key={made.id} title={kinds('one', { format: kinds(`names.${made.format}`) })} flush>
      <DataTable
        caption={t('files')}
        dense
        narrow="cards"
        rows={made.files}
        rowKey={(file) => file.kind}
        columns={[
          {
            id: 'name',
            header: kinds('file'),
            rowHeader: true,
            cell: (file) => (
              <span className="flex flex-col">
                <span className="wrap-anywhere">{file.name}</span>
                <span className="text-xs font-normal text-fg-muted">{kinds(`kinds.${file.kind}`)}</span>
              </span>
            ),
          },
          {
            id: 'size',
            header: kinds('size'),
            numeric: true,
            className: 'whitespace-nowrap',
            cell: (file) => <Bytes value={file.bytes} />,
          },
          {
            id: 'hash',
            header: 'SHA-256',
            cell: (file) => (
              <code className="font-mono text-xs" title={file.sha256}>
                {file.sha256.slice(0, 12)}
              </code>
            ),
          },
        ]}
        rowActionsLabel={kinds('download')}
        rowActions={(file) => (
          <form method="post" action={`/api/guest/${made.id}/${file.kind}`}>
            <input type="hidden" name="token" value={token} />
            <Button
              type="submit"
              size="sm"
              icon={<Download aria-hidden />}
              aria-label={kinds('downloadOne', { name: file.name })}
            >
              {kinds('download')}
            </Button>
          </form>
        )}
      />
    </Card>
  ));
}

function Grounds({ approval }: { approval: NonNullable<GuestRelease['approval']> }) {
  const t = useTranslations('releases.guest');
  const checks = useTranslations('releases.checks');
  const verdicts = useTranslations('reports.verdict');
  const origins = useTranslations('images.origins');
  const locale = useLocale();
  return (
    <Card title={t('grounds')}>
      <div className="flex flex-col gap-3 text-sm">
        {approval.reports.map((report) => (
          <p key={report.reportId}>
            {verdicts(report.verdict)}: {t('beside', { count: report.testRows })}
          </p>
        ))}
        {approval.pictures === null ? null : (
          <p>
            {verdicts(approval.pictures.verdict)}: {t('pictures', { count: approval.pictures.pictures })}
          </p>
        )}
        {approval.pictures === null ? null : (
          <ul className="flex list-disc flex-col gap-1 pl-5">
            {approval.pictures.rights.map((each) => (
              <li
                key={[each.origin, each.generator, each.licence, each.attribution].join(' ')}
                className="wrap-anywhere"
              >
                {[
                  t('right', { count: each.pictures, origin: origins(each.origin).toLowerCase() }),
                  ...(each.generator === '' ? [] : [t('madeBy', { generator: each.generator })]),
                  ...(each.licence === '' ? [] : [t('licence', { licence: each.licence })]),
                  ...(each.attribution === '' ? [] : [t('named', { attribution: each.attribution })]),
                ].join('; ')}
              </li>
            ))}
          </ul>
        )}
        {approval.goals.length === 0 ? null : (
          <ul className="flex list-disc flex-col gap-1 pl-5">
            {approval.goals.map((goal) => (
              <li key={`${goal.name} ${goal.target}`} className="wrap-anywhere">
                {t(goal.ofPart ? 'goalOfPart' : 'goal', {
                  name: goal.name,
                  state: checks(`states.${goal.state}`),
                  wanted: writeTarget(goal, locale),
                })}
              </li>
            ))}
          </ul>
        )}
      </div>
    </Card>
  );
}
