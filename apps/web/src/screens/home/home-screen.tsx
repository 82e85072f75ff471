'use client';

import { PageHeader } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { ChangesCard } from './changes-card.tsx';
import { FirstSteps } from './first-steps.tsx';
import { MyProjectsCard } from './my-projects-card.tsx';
import { NextStepsCard } from './next-steps-card.tsx';
import { ResultsCard } from './results-card.tsx';
import { WaitingCard } from './waiting-card.tsx';

/** What is mine, what waits for me, what changed since yesterday, and what to do next. */
export function HomeScreen() {
  const t = useTranslations('home');
  const roles = useTranslations('roles');
  const trpc = useTRPC();
  const { person, organisation } = useOrg();
  const home = useQuery(trpc.home.get.queryOptions());
  return (
    <QueryState query={home} title={t('title', { name: person.name })}>
      {(data) => {
        const isEmpty = data.mine.length + data.others.length === 0;
        return (
          <>
            <PageHeader
              title={t('title', { name: person.name })}
              description={t('description', {
                organisation: organisation.name,
                roles: data.roles.map((role) => roles(`org.${role}.name`)).join(', '),
              })}
            />
            {isEmpty ? <FirstSteps next={data.next} /> : null}
            <div className="grid items-start gap-6 lg:grid-cols-5">
              <div className="flex min-w-0 flex-col gap-6 lg:col-span-3">
                {isEmpty ? null : <NextStepsCard next={data.next} />}
                {isEmpty ? null : <ResultsCard results={data.results} />}
                {isEmpty ? null : <MyProjectsCard mine={data.mine} others={data.others} />}
                {isEmpty ? <ChangesCard changed={data.changed} /> : null}
              </div>
              <div className="flex min-w-0 flex-col gap-6 lg:col-span-2">
                <WaitingCard waits={data.waits} />
                {isEmpty ? null : <ChangesCard changed={data.changed} />}
              </div>
            </div>
          </>
        );
      }}
    </QueryState>
  );
}
