'use client';

import { jobKinds, jobStatus } from '@assay/contracts';
import { FilterBar, Select } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useUrlParams } from '~/shell/use-url-params.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { useJobWords } from './use-job-words.ts';

const kindNames: ReadonlySet<string> = new Set(jobKinds);

/** The filters in the address; what is not a kind or a status counts as none. */
export function useJobFilters() {
  const { params } = useUrlParams();
  const status = jobStatus.safeParse(params.get('status')).data;
  const kind = jobKinds.find((each) => each === params.get('kind'));
  const projectId = params.get('project') ?? undefined;
  return {
    ...(status === undefined ? {} : { status }),
    ...(kind === undefined ? {} : { kind }),
    ...(projectId === undefined ? {} : { projectId }),
  };
}

export function JobFilters() {
  const t = useTranslations('jobs');
  const words = useJobWords();
  const trpc = useTRPC();
  const { params, replace } = useUrlParams();
  const projects = useQuery(trpc.project.list.queryOptions({ limit: 200 }));
  const set = (name: string) => (event: { target: { value: string } }) =>
    replace({ [name]: event.target.value, after: null });
  const kind = params.get('kind') ?? '';
  return (
    <FilterBar label={t('filters')} filters={[]}>
      <Select
        aria-label={t('kindLabel')}
        className="w-full sm:w-60"
        value={kindNames.has(kind) ? kind : ''}
        onChange={set('kind')}
        options={[
          { value: '', label: t('anyKind') },
          ...jobKinds.map((each) => ({ value: each, label: words.kind(each) })),
        ]}
      />
      <Select
        aria-label={t('statusLabel')}
        className="w-full sm:w-40"
        value={params.get('status') ?? ''}
        onChange={set('status')}
        options={[
          { value: '', label: t('anyStatus') },
          ...jobStatus.options.map((each) => ({ value: each, label: t(`statuses.${each}`) })),
        ]}
      />
      {projects.data === undefined || projects.data.projects.length === 0 ? null : (
        <Select
          aria-label={t('projectLabel')}
          className="w-full sm:w-56"
          value={params.get('project') ?? ''}
          onChange={set('project')}
          options={[
            { value: '', label: t('anyProject') },
            ...projects.data.projects.map((each) => ({ value: each.id, label: each.name })),
          ]}
        />
      )}
    </FilterBar>
  );
}
