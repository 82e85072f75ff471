'use client';

import {
  Button,
  ConfirmDialog,
  Field,
  Input,
  LinkButton,
  LinkTabs,
  PageHeader,
  SkeletonPage,
} from '@assay/ui';
import { Stamp, Tag } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { Failure } from '~/shell/page-states.tsx';
import { useCrumbs } from '~/shell/use-crumbs.ts';
import { ReleaseMarks } from '../releases/release-badges.tsx';
import { newReleasePath } from '../releases/use-release.ts';
import { useMoveRef } from './refs-card.tsx';
import { useVersion, type VersionView, versionPath } from './use-version.ts';
import { RefBadges, VersionStatus } from './version-badges.tsx';

/** The frame of a version: where it stands, what points at it, the way to its samples, exports and comparison. */
export function VersionLayout({ versionId, children }: { versionId: string; children: ReactNode }) {
  const t = useTranslations('versions');
  const crumbs = useCrumbs();
  const pathname = usePathname();
  const { path } = useOrg();
  const { version, project, may } = useVersion(versionId);
  if (version.data === undefined) {
    return version.isPending ? (
      <>
        <h1 className="sr-only">{t('titles.one')}</h1>
        <SkeletonPage />
      </>
    ) : (
      <>
        <PageHeader title={t('titles.one')} />
        <Failure error={version.error} onRetry={version.refetch} retrying={version.isFetching} />
      </>
    );
  }
  const { data } = version;
  const base = path(versionPath(data.projectId, versionId));
  const ready = data.status === 'READY';
  const title = t('numbered', { number: data.number });
  return (
    <>
      <PageHeader
        title={title}
        {...(data.message === '' ? {} : { description: data.message })}
        breadcrumbs={crumbs([
          { label: project?.name ?? '…', href: path(`/projects/${data.projectId}`) },
          { label: t('titles.list'), href: path(`/projects/${data.projectId}/versions`) },
          { label: title },
        ])}
        badges={
          <>
            <span role="status">
              <VersionStatus status={data.status} />
            </span>
            <RefBadges refs={data.refs} />
            <ReleaseMarks releases={data.releases} />
          </>
        }
        actions={
          ready ? (
            <>
              {may('version.moveRef') ? <TagDialog version={data} /> : null}
              {may('release.request') ? (
                <LinkButton
                  variant="primary"
                  icon={<Stamp aria-hidden />}
                  href={path(newReleasePath(data.projectId, data.id))}
                >
                  {t('askForRelease')}
                </LinkButton>
              ) : null}
            </>
          ) : undefined
        }
      >
        {ready ? (
          <LinkTabs
            label={t('tabs.label')}
            currentPath={pathname}
            items={[
              { href: base, label: t('tabs.overview') },
              ...(may('run.readRows') ? [{ href: `${base}/samples`, label: t('tabs.samples') }] : []),
              { href: `${base}/exports`, label: t('tabs.exports') },
              { href: `${base}/compare`, label: t('tabs.compare') },
            ]}
          />
        ) : null}
      </PageHeader>
      {children}
    </>
  );
}

function TagDialog({ version }: { version: VersionView }) {
  const t = useTranslations('versions.refs');
  const move = useMoveRef(version.projectId);
  const [name, setName] = useState('');
  return (
    <ConfirmDialog
      title={t('tagTitle', { number: version.number })}
      description={t('tagBody')}
      confirmLabel={t('tagGo')}
      trigger={<Button icon={<Tag aria-hidden />}>{t('tagOpen')}</Button>}
      onConfirm={async () => {
        await move({ kind: 'tag', name: name.trim(), expected: null, to: version.id });
        setName('');
      }}
    >
      <Field label={t('tagName')} hint={t('nameHint')} required>
        <Input value={name} maxLength={63} onChange={(event) => setName(event.target.value)} />
      </Field>
    </ConfirmDialog>
  );
}
