'use client';

import { Badge, LinkButton, LinkTabs, PageHeader } from '@assay/ui';
import { Pencil } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { useCrumbs } from '~/shell/use-crumbs.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { useMay } from '../sources/use-source.ts';
import { GuidelineActions } from './guideline-actions.tsx';
import type { GuidelineView } from './guideline-types.ts';

/** Header and tabs around each page of one guideline. */
export function GuidelineFrame({
  guidelineId,
  children,
}: {
  guidelineId: string;
  children: (guideline: GuidelineView) => ReactNode;
}) {
  const t = useTranslations('guidelines');
  const trpc = useTRPC();
  const guideline = useQuery(trpc.guideline.get.queryOptions({ guidelineId }));
  return (
    <QueryState query={guideline} title={t('guideline')}>
      {(data) => (
        <>
          <Head guideline={data} />
          {children(data)}
        </>
      )}
    </QueryState>
  );
}

function Head({ guideline }: { guideline: GuidelineView }) {
  const t = useTranslations('guidelines');
  const crumbs = useCrumbs();
  const pathname = usePathname();
  const { path } = useOrg();
  const { project, may } = useMay(guideline.projectId);
  const here = path(`/guidelines/${guideline.id}`);
  return (
    <PageHeader
      title={guideline.name}
      {...(guideline.description === '' ? {} : { description: guideline.description })}
      breadcrumbs={crumbs([
        { label: project?.name ?? '…', href: path(`/projects/${guideline.projectId}`) },
        { label: t('titles.list'), href: path(`/projects/${guideline.projectId}/guidelines`) },
        { label: guideline.name },
      ])}
      badges={<Badge tone="accent">{t('version', { number: guideline.number })}</Badge>}
      actions={
        may('guideline.write') ? (
          <>
            <GuidelineActions guideline={guideline} />
            <LinkButton variant="primary" href={`${here}/edit`} icon={<Pencil aria-hidden />}>
              {t('head.edit')}
            </LinkButton>
          </>
        ) : undefined
      }
    >
      <LinkTabs
        label={guideline.name}
        // What changed is read from the list of versions.
        currentPath={pathname === `${here}/compare` ? `${here}/versions` : pathname}
        items={[
          { href: here, label: t('tabs.read') },
          {
            href: `${here}/questions`,
            label: t('tabs.questions'),
            ...(guideline.openQuestions === 0 ? {} : { count: guideline.openQuestions }),
          },
          { href: `${here}/versions`, label: t('tabs.versions'), count: guideline.versions.length },
          ...(may('guideline.write') ? [{ href: `${here}/readers`, label: t('tabs.readers') }] : []),
          ...(may('batch.manage') ? [{ href: `${here}/answers`, label: t('tabs.answers') }] : []),
        ]}
      />
    </PageHeader>
  );
}
