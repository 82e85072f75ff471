'use client';

import {
  BarChart,
  Button,
  Bytes,
  Callout,
  Card,
  CopyButton,
  DataTable,
  DateTime,
  KeyValue,
  LinkButton,
  NumberText,
  Progress,
  TextLink,
} from '@assay/ui';
import { skipToken, useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { CommentsCard } from '../comments/comments-card.tsx';
import { CheckCard } from './check-card.tsx';
import { CountsTable } from './counts-table.tsx';
import { LineageCard } from './lineage-card.tsx';
import {
  isBeingMade,
  LOOK_MS,
  useVersion,
  type VersionContent,
  type VersionView,
  versionPath,
} from './use-version.ts';

/** A version: how far it is, or all that it is. The frame tells of loading. */
export function VersionOverview({ versionId }: { versionId: string }) {
  const { version } = useVersion(versionId);
  if (version.data === undefined) return null;
  const { data } = version;
  return (
    <div className="flex flex-col gap-6">
      {isBeingMade(data) ? <UnderWay version={data} /> : <Ended version={data} />}
      {data.content === null || data.root === null ? null : (
        <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
          <div className="flex min-w-0 flex-col gap-6">
            <RootCard version={data} root={data.root} content={data.content} />
            <Distribution content={data.content} />
            <LineageCard version={data} content={data.content} />
          </div>
          <div className="flex min-w-0 flex-col gap-6">
            <Facts version={data} content={data.content} />
            <PeopleCard content={data.content} />
            <CheckCard versionId={data.id} files={data.content.files.length} />
          </div>
        </div>
      )}
      <CommentsCard
        subject={{ subjectType: 'datasetVersion', subjectId: data.id }}
        projectId={data.projectId}
      />
    </div>
  );
}

function UnderWay({ version }: { version: VersionView }) {
  const t = useTranslations('versions.progress');
  const trpc = useTRPC();
  const job = useQuery({
    ...trpc.job.get.queryOptions(version.jobId === null ? skipToken : { jobId: version.jobId }),
    refetchInterval: LOOK_MS,
  });
  const cancel = useMutation(trpc.job.cancel.mutationOptions());
  return (
    <Card title={t('title')}>
      <div className="flex flex-col gap-3">
        <Progress
          label={t('samples')}
          done={job.data?.done ?? 0}
          {...(job.data?.total == null ? {} : { total: job.data.total })}
        />
        <p className="text-xs text-fg-muted">{t('leave')}</p>
        <RefusalCallout error={cancel.error} />
        {version.jobId === null ? null : (
          <Button
            className="self-start"
            loading={cancel.isPending}
            onClick={() => version.jobId !== null && cancel.mutate({ jobId: version.jobId })}
          >
            {t('cancel')}
          </Button>
        )}
      </div>
    </Card>
  );
}

function Ended({ version }: { version: VersionView }) {
  const t = useTranslations('versions.ended');
  const { path } = useOrg();
  if (version.status === 'READY') {
    return version.branchTook === false ? (
      <Callout tone="warn" title={t('branchTitle', { name: version.branch })}>
        {t('branchBody', { name: version.branch })}
      </Callout>
    ) : null;
  }
  const again = (
    <LinkButton size="sm" href={path(`/jobs/${version.jobId ?? ''}`)}>
      {t('job')}
    </LinkButton>
  );
  return version.status === 'CANCELLED' ? (
    <Callout tone="warn" title={t('cancelledTitle')} actions={again}>
      {t('cancelledBody')}
    </Callout>
  ) : (
    <Callout tone="bad" title={version.failure?.message ?? t('failedTitle')} actions={again}>
      {[version.failure?.kept, version.failure?.next].filter((text) => text != null).join(' ')}
    </Callout>
  );
}

function Hash({ value, label }: { value: string; label: string }) {
  return (
    <span className="flex items-start gap-2">
      <code className="min-w-0 font-mono text-xs break-all">{value}</code>
      <CopyButton text={value} label={label} />
    </span>
  );
}

function RootCard({
  version,
  root,
  content,
}: {
  version: VersionView;
  root: string;
  content: VersionContent;
}) {
  const t = useTranslations('versions.root');
  const parts = ['samples', 'labels', 'annotations', 'documents'] as const;
  return (
    <Card title={t('title')} description={t('about')}>
      <KeyValue
        items={[
          { key: 'root', label: t('root'), value: <Hash value={root} label={t('copyRoot')} /> },
          ...parts.map((part) => ({
            key: part,
            label: t(part),
            value: <Hash value={content.subroots[part]} label={t('copyPart', { part: t(part) })} />,
          })),
          {
            key: 'stored',
            label: t('stored'),
            value: <Bytes value={version.bytes ?? 0} />,
            hint: t.rich('storedNew', { size: () => <Bytes value={version.newBytes ?? 0} /> }),
          },
        ]}
      />
    </Card>
  );
}

function Facts({ version, content }: { version: VersionView; content: VersionContent }) {
  const t = useTranslations('versions.facts');
  const words = useTranslations('versions');
  const { path } = useOrg();
  return (
    <Card title={t('title')}>
      <KeyValue
        items={[
          { key: 'scope', label: t('scope'), value: words(`scope.${version.selection.scope}.name`) },
          { key: 'method', label: t('method'), value: words(`answers.${version.selection.method}.name`) },
          { key: 'by', label: t('by'), value: version.createdByName ?? words('someoneGone') },
          { key: 'at', label: t('at'), value: <DateTime at={version.createdAt} /> },
          {
            key: 'scenarios',
            label: t('scenarios'),
            value: (
              <TextLink href={path(`/projects/${version.projectId}/scenarios?of=version:${version.id}`)}>
                {t('countScenarios')}
              </TextLink>
            ),
          },
          {
            key: 'parents',
            label: t('parents'),
            value:
              version.parentVersions.length === 0
                ? t('first')
                : version.parentVersions.map((parent) => (
                    <TextLink key={parent.id} href={path(versionPath(version.projectId, parent.id))}>
                      {words('numbered', { number: parent.number })}
                    </TextLink>
                  )),
          },
        ]}
      />
      <h3 className="mt-4 mb-1 text-sm font-semibold">{t('counts')}</h3>
      <CountsTable counts={content.counts} />
    </Card>
  );
}

function Distribution({ content }: { content: VersionContent }) {
  const t = useTranslations('versions.distribution');
  const words = useTranslations('versions');
  if (content.distribution.length === 0) {
    return (
      <Card title={t('title')}>
        <p className="text-sm text-fg-muted">{t('none')}</p>
      </Card>
    );
  }
  return content.distribution.map((schema) => (
    <Card
      key={schema.labelSchemaId}
      title={t('of', { name: schema.labelSchema })}
      description={t('about', { number: schema.number, count: schema.labelled })}
    >
      <div className="flex flex-col gap-6">
        {schema.questions.map((question) =>
          question.values.length === 0 ? null : question.kind === 'text' ? (
            <p key={question.id} className="text-sm">
              {question.name}: <NumberText value={question.answered} /> {words('answeredTexts')}
            </p>
          ) : (
            <BarChart
              key={question.id}
              title={question.name}
              items={question.values.slice(0, 20).map(({ value, count }) => ({ label: value, value: count }))}
            />
          ),
        )}
      </div>
    </Card>
  ));
}

function PeopleCard({ content }: { content: VersionContent }) {
  const t = useTranslations('versions.people');
  if (content.people.length === 0) return null;
  return (
    <Card title={t('title')} description={t('about')} flush>
      <DataTable
        caption={t('title')}
        dense
        rows={content.people}
        rowKey={(person) => person.pseudonym}
        columns={[
          {
            id: 'name',
            header: t('person'),
            rowHeader: true,
            cell: (person) => (
              <span className="flex flex-col">
                {person.name ?? t('gone')}
                <code className="font-mono text-xs font-normal text-fg-muted">{person.pseudonym}</code>
              </span>
            ),
          },
          {
            id: 'annotations',
            header: t('answers'),
            numeric: true,
            cell: (person) => <NumberText value={person.annotations} />,
          },
          {
            id: 'decisions',
            header: t('decisions'),
            numeric: true,
            cell: (person) => <NumberText value={person.decisions} />,
          },
        ]}
      />
    </Card>
  );
}
