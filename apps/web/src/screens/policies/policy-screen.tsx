'use client';

import { Badge, Button, PageHeader } from '@assay/ui';
import { skipToken } from '@tanstack/react-query';
import { Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useCrumbs } from '~/shell/use-crumbs.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { useMay } from '../sources/use-source.ts';
import { PolicyActions } from './policy-actions.tsx';
import { PolicyForm } from './policy-form.tsx';
import { PolicyVersions } from './policy-versions.tsx';
import { TryPolicyCard } from './try-policy-card.tsx';
import { useCopyPolicy } from './use-copy-policy.ts';

type Props = { projectId: string; policyRef: string };

/** One policy: its gates to read or to change, what a report would be by it, and its versions. */
export function PolicyScreen({ projectId, policyRef }: Props) {
  const t = useTranslations('policies');
  const trpc = useTRPC();
  const crumbs = useCrumbs();
  const { path } = useOrg();
  const { project, may } = useMay(projectId);
  const list = useQuery(trpc.policy.list.queryOptions({ projectId }));
  const listed = list.data?.policies.find((each) => each.ref === policyRef);
  const isOwn = listed?.builtIn === false;
  const own = useQuery(trpc.policy.get.queryOptions(isOwn ? { policyId: policyRef } : skipToken));
  const { copy, pending, error } = useCopyPolicy(projectId);
  const home = path(`/projects/${projectId}`);
  return (
    <QueryState query={list} title={t('oneTitle')}>
      {() => (
        <>
          <PageHeader
            title={listed?.document.name ?? t('gone')}
            description={listed?.document.description ?? t('goneBody')}
            breadcrumbs={crumbs([
              ...(project === undefined ? [] : [{ label: project.name, href: home }]),
              { label: t('title'), href: `${home}/policies` },
              { label: listed?.document.name ?? t('gone') },
            ])}
            badges={
              <>
                {listed?.isStandard === true ? <Badge tone="accent">{t('standard')}</Badge> : null}
                {listed?.builtIn === true ? <Badge>{t('builtIn')}</Badge> : null}
              </>
            }
            actions={
              listed === undefined || !may('policy.write') ? undefined : (
                <>
                  <Button icon={<Copy aria-hidden />} loading={pending} onClick={() => copy(listed.document)}>
                    {t('copy')}
                  </Button>
                  {listed.builtIn ? null : <PolicyActions projectId={projectId} policy={listed} />}
                </>
              )
            }
          />
          {listed === undefined ? null : (
            <div className="flex flex-col gap-6">
              <RefusalCallout error={error} />
              <PolicyForm
                // A new version starts the form anew.
                key={`${listed.ref} ${listed.number} ${listed.revision}`}
                policy={listed}
                mayWrite={isOwn && may('policy.write')}
              />
              <TryPolicyCard projectId={projectId} policyRef={listed.ref} />
              {own.data === undefined ? null : <PolicyVersions policy={own.data} />}
            </div>
          )}
        </>
      )}
    </QueryState>
  );
}
