'use client';

import type { AppRouter } from '@assay/api';
import {
  Badge,
  Button,
  Callout,
  Card,
  CodeBlock,
  CopyButton,
  DataTable,
  DateTime,
  KeyValue,
  PageHeader,
  TextLink,
} from '@assay/ui';
import type { inferRouterOutputs } from '@trpc/server';
import { ShieldCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useActionText } from '~/shell/action-text.ts';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { useCrumbs } from '~/shell/use-crumbs.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { subjectPath } from '../jobs/use-job-words.ts';
import { LogExport } from './log-export.tsx';
import { useLogWords } from './use-log-words.ts';

type Entry = inferRouterOutputs<AppRouter>['log']['get'];

/** One entry: what was recorded, and the proof that the signed log holds it. */
export function LogEntry({ eventId }: { eventId: string }) {
  const t = useTranslations('log');
  const trpc = useTRPC();
  const query = useQuery({
    ...trpc.log.get.queryOptions({ eventId }),
    // A checkpoint comes within a minute of the entry.
    refetchInterval: ({ state }) =>
      state.data !== undefined && state.data.evidence === null ? 10_000 : false,
  });
  return (
    <QueryState query={query} title={t('entry')}>
      {(entry) => <EntryPage entry={entry} />}
    </QueryState>
  );
}

function EntryPage({ entry }: { entry: Entry }) {
  const t = useTranslations('log');
  const { path } = useOrg();
  const crumbs = useCrumbs();
  const actionText = useActionText();
  const title = actionText(entry.action);
  return (
    <>
      <PageHeader
        title={title}
        breadcrumbs={crumbs([{ label: t('title'), href: path('/log') }, { label: title }])}
        badges={entry.erased ? <Badge tone="warn">{t('erased')}</Badge> : undefined}
        actions={
          <LogExport trigger={<Button icon={<ShieldCheck aria-hidden />}>{t('detail.verify')}</Button>} />
        }
      />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="min-w-0 space-y-6">
          <Facts entry={entry} />
          <Payload entry={entry} />
        </div>
        <Proof entry={entry} />
      </div>
    </>
  );
}

function Facts({ entry }: { entry: Entry }) {
  const t = useTranslations('log');
  const { path } = useOrg();
  const words = useLogWords();
  const page = subjectPath(entry.object);
  const type = words.object(entry.object.type);
  return (
    <Card title={t('detail.about')}>
      <KeyValue
        items={[
          { key: 'who', label: t('detail.actor'), value: words.actor(entry.actor) },
          { key: 'at', label: t('detail.at'), value: <DateTime at={entry.at} format="full" /> },
          {
            key: 'on',
            label: t('detail.object'),
            value: page === null ? type : <TextLink href={path(page)}>{type}</TextLink>,
            hint: (
              <span className="flex flex-wrap items-center gap-x-3">
                <code className="font-mono">{entry.object.id}</code>
                <TextLink href={path(`/log?object=${entry.object.type}:${entry.object.id}`)}>
                  {t('showHistory')}
                </TextLink>
              </span>
            ),
          },
          ...(entry.projectId === null
            ? []
            : [
                {
                  key: 'project',
                  label: t('detail.project'),
                  value: (
                    <TextLink href={path(`/projects/${entry.projectId}`)}>{t('objects.project')}</TextLink>
                  ),
                },
              ]),
          {
            key: 'code',
            label: t('detail.code'),
            value: <code className="font-mono text-xs">{entry.action}</code>,
          },
          { key: 'index', label: t('detail.index'), value: entry.index ?? t('detail.pending') },
          {
            key: 'id',
            label: t('detail.id'),
            value: (
              <span className="flex items-center gap-1">
                <code className="font-mono text-xs wrap-anywhere">{entry.id}</code>
                <CopyButton text={entry.id} />
              </span>
            ),
          },
        ]}
      />
    </Card>
  );
}

function Payload({ entry }: { entry: Entry }) {
  const t = useTranslations('log');
  if (entry.payload === null) return <Callout tone="warn">{t('detail.payloadErased')}</Callout>;
  return (
    <Card title={t('detail.payload')} description={t('detail.payloadBody')}>
      <div className="space-y-4">
        <CodeBlock label={t('detail.payload')} code={JSON.stringify(JSON.parse(entry.payload), null, 2)} />
        <details>
          <summary className="min-h-6 cursor-pointer text-sm text-fg-secondary">
            {t('detail.canonical')}
          </summary>
          <div className="pt-2">
            <CodeBlock label={t('detail.canonicalLabel')} code={entry.payload} />
          </div>
        </details>
      </div>
    </Card>
  );
}

function Proof({ entry }: { entry: Entry }) {
  const t = useTranslations('log');
  const { evidence } = entry;
  const mono = (text: string) => <code className="font-mono text-xs wrap-anywhere">{text}</code>;
  return (
    <Card title={t('detail.proof')} description={t('detail.proofBody')}>
      <div className="space-y-5">
        <KeyValue
          stacked
          items={[
            { key: 'commitment', label: t('detail.commitment'), value: mono(entry.commitment) },
            ...(entry.salt === null
              ? []
              : [{ key: 'salt', label: t('detail.salt'), value: mono(entry.salt) }]),
            {
              key: 'covered',
              label: t('detail.coveredBy'),
              value:
                evidence === null ? t('detail.notCovered') : t('detail.covered', { size: evidence.size }),
            },
          ]}
        />
        {evidence === null ? null : (
          <>
            <section>
              <h3 className="mb-1 text-sm font-medium">{t('detail.signedNote')}</h3>
              <CodeBlock label={t('detail.signedNote')} code={evidence.checkpoint} />
            </section>
            <section>
              <h3 className="mb-1 text-sm font-medium">
                {t('detail.path', { count: evidence.proof.length })}
              </h3>
              {evidence.proof.length === 0 ? null : (
                <DataTable
                  caption={t('detail.pathLabel')}
                  dense
                  columns={[
                    { id: 'step', header: t('detail.step'), cell: (row) => row.step, width: '4rem' },
                    { id: 'hash', header: t('detail.hash'), cell: (row) => mono(row.hash) },
                  ]}
                  rows={evidence.proof.map((hash, index) => ({ hash, step: index + 1 }))}
                  rowKey={(row) => `${row.step}`}
                />
              )}
            </section>
            <p className="text-sm text-fg-secondary">{t('detail.verifyBody')}</p>
          </>
        )}
      </div>
    </Card>
  );
}
