'use client';

import { SearchInput, Select } from '@assay/ui';
import { useTranslations } from 'next-intl';
import type { ScenarioFilter } from './use-scenario-filter.ts';
import { useScenarioWords } from './use-scenario-words.ts';

/** Which scenarios of the list are shown. */
export function ScenarioFilters({ filter, counted }: { filter: ScenarioFilter; counted: boolean }) {
  const t = useTranslations('scenarios.filters');
  const words = useScenarioWords();
  const { replace } = filter;
  return (
    <div className="flex flex-wrap gap-2">
      <SearchInput
        label={t('search')}
        value={filter.text}
        onChange={filter.setText}
        className="min-w-0 flex-1 basis-60"
      />
      <Select
        aria-label={t('kind')}
        className="w-full sm:w-40"
        value={filter.kind ?? ''}
        onChange={(event) => replace({ kind: event.currentTarget.value })}
        options={[{ value: '', label: t('anyKind') }, ...words.kinds]}
      />
      <Select
        aria-label={t('importance')}
        className="w-full sm:w-44"
        value={filter.importance ?? ''}
        onChange={(event) => replace({ importance: event.currentTarget.value })}
        options={[{ value: '', label: t('anyImportance') }, ...words.importances]}
      />
      <Select
        aria-label={t('expressed')}
        className="w-full sm:w-44"
        value={filter.expressed === null ? '' : filter.expressed ? 'yes' : 'no'}
        onChange={(event) => replace({ expressed: event.currentTarget.value })}
        options={[
          { value: '', label: t('anyExpressed') },
          { value: 'yes', label: t('expressedYes') },
          { value: 'no', label: t('expressedNo') },
        ]}
      />
      {counted ? (
        <Select
          aria-label={t('state')}
          className="w-full sm:w-44"
          value={filter.state ?? ''}
          onChange={(event) => replace({ state: event.currentTarget.value })}
          options={[
            { value: '', label: t('anyState') },
            { value: 'covered', label: t('stateCovered') },
            { value: 'open', label: t('stateOpen') },
          ]}
        />
      ) : null}
      <Select
        aria-label={t('show')}
        className="w-full sm:w-48"
        value={filter.retired ? 'retired' : ''}
        onChange={(event) => replace({ show: event.currentTarget.value })}
        options={[
          { value: '', label: t('live') },
          { value: 'retired', label: t('retired') },
        ]}
      />
    </div>
  );
}
