'use client';

import { PageHeader } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { QueryState } from '~/shell/page-states.tsx';
import { useCan } from '~/shell/use-can.ts';
import { useCrumbs } from '~/shell/use-crumbs.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { DeleteOrganisationCard } from './delete-organisation-card.tsx';
import { ExportCard } from './export-card.tsx';
import { LeaveCard } from './leave-card.tsx';
import { OrganisationFacts } from './organisation-facts.tsx';
import { RenameForm } from './rename-form.tsx';

/** The organisation itself: its name, its full export, leaving it, and its end. */
export function SettingsScreen() {
  const t = useTranslations('settings');
  const trpc = useTRPC();
  const crumbs = useCrumbs();
  const may = useCan();
  const organisation = useQuery(trpc.organisation.get.queryOptions());
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        breadcrumbs={crumbs([{ label: t('title') }])}
      />
      <QueryState query={organisation}>
        {(data) => (
          <div className="grid items-start gap-6 lg:grid-cols-3">
            <div className="flex min-w-0 flex-col gap-6 lg:col-span-2">
              <RenameForm key={data.revision} organisation={data} mayEdit={may('org.update')} />
              {may('org.export') ? <ExportCard /> : null}
              <LeaveCard />
              {may('org.delete') ? <DeleteOrganisationCard name={data.name} /> : null}
            </div>
            <OrganisationFacts organisation={data} />
          </div>
        )}
      </QueryState>
    </>
  );
}
