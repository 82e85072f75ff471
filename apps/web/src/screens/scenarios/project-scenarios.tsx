'use client';

import type { Scenario } from '@assay/contracts';
import { Button, Callout, Card, ConfirmDialog, EmptyState, LinkButton, SectionHeader } from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ClipboardPaste, History, ListChecks, Plus, SearchX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { LoadingCard } from '~/shell/list-states.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useUrlParams } from '~/shell/use-url-params.ts';
import { refusalOf, useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { ProjectFrame } from '../projects/project-frame.tsx';
import { useMay } from '../sources/use-source.ts';
import { CoverageBar } from './coverage-bar.tsx';
import { PasteDialog } from './paste-dialog.tsx';
import { ScenarioDialog } from './scenario-dialog.tsx';
import { ScenarioFilters } from './scenario-filters.tsx';
import { ScenariosTable } from './scenarios-table.tsx';
import { useCoverage } from './use-coverage.ts';
import { useScenarioFilter } from './use-scenario-filter.ts';
import { VersionsSheet } from './versions-sheet.tsx';

type Open = { kind: 'new' | 'paste' | 'versions' } | { kind: 'edit' | 'retire'; scenario: Scenario } | null;

/** What experts say matters in the data of a project, written down before there are any. */
export function ProjectScenarios({ projectId }: { projectId: string }) {
  return <ProjectFrame projectId={projectId}>{() => <Scenarios projectId={projectId} />}</ProjectFrame>;
}

function Scenarios({ projectId }: { projectId: string }) {
  const t = useTranslations('scenarios');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { hrefWith } = useUrlParams();
  const { may } = useMay(projectId);
  const filter = useScenarioFilter();
  const coverage = useCoverage(projectId, filter.version === null);
  const [open, setOpen] = useState<Open>(null);
  const query = useQuery(trpc.scenario.list.queryOptions({ projectId, number: filter.version }));
  const onSuccess = () => queryClient.invalidateQueries(trpc.scenario.pathFilter());
  const retire = useMutation(trpc.scenario.retire.mutationOptions({ onSuccess }));
  const restore = useMutation(trpc.scenario.restore.mutationOptions({ onSuccess }));
  const move = useMutation(trpc.scenario.move.mutationOptions({ onSuccess }));
  const taken = useMemo(
    () => (query.data?.scenarios ?? []).filter((each) => !each.retired).map((each) => each.name),
    [query.data],
  );
  const close = () => setOpen(null);
  const mayWrite = may('scenario.write') && filter.version === null;
  const write = mayWrite ? (
    <>
      <Button icon={<ClipboardPaste aria-hidden />} onClick={() => setOpen({ kind: 'paste' })}>
        {t('pasteLines')}
      </Button>
      <Button variant="primary" icon={<Plus aria-hidden />} onClick={() => setOpen({ kind: 'new' })}>
        {t('new')}
      </Button>
    </>
  ) : null;
  return (
    <div className="flex flex-col gap-4">
      <SectionHeader
        title={t('title')}
        description={t('about')}
        actions={
          <div className="flex flex-wrap gap-2">
            <Button
              variant="quiet"
              icon={<History aria-hidden />}
              onClick={() => setOpen({ kind: 'versions' })}
            >
              {t('history')}
            </Button>
            {write}
          </div>
        }
      />
      {filter.version === null ? null : (
        <Callout actions={<LinkButton href={hrefWith({ version: null })}>{t('toNewest')}</LinkButton>}>
          {t('older', { number: filter.version })}
        </Callout>
      )}
      <RefusalCallout
        error={restore.error ?? move.error}
        onReload={() =>
          void onSuccess().then(() => {
            restore.reset();
            move.reset();
          })
        }
      />
      <QueryState query={query} loading={<LoadingCard />}>
        {({ scenarios }) => {
          const shown = scenarios.filter((each) => filter.matches(each, coverage.item(each.id)?.state));
          return scenarios.length === 0 ? (
            <Card>
              <EmptyState
                icon={<ListChecks aria-hidden />}
                title={t('emptyTitle')}
                description={may('scenario.write') ? t('emptyBody') : t('emptyForReaders')}
                action={
                  write === null ? undefined : (
                    <div className="flex flex-wrap justify-center gap-2">{write}</div>
                  )
                }
              />
            </Card>
          ) : (
            <>
              <CoverageBar coverage={coverage} />
              <ScenarioFilters filter={filter} counted={coverage.scenarios !== null} />
              <Card flush>
                <ScenariosTable
                  projectId={projectId}
                  coverage={coverage}
                  scenarios={shown}
                  mayWrite={mayWrite}
                  empty={
                    <EmptyState
                      compact
                      icon={<SearchX aria-hidden />}
                      title={filter.filtered ? t('noneTitle') : t('noneRetiredTitle')}
                      {...(filter.filtered
                        ? { action: <Button onClick={filter.clear}>{t('clear')}</Button> }
                        : {})}
                    />
                  }
                  onEdit={(scenario) => setOpen({ kind: 'edit', scenario })}
                  onRetire={(scenario) => setOpen({ kind: 'retire', scenario })}
                  onRestore={({ id, revision }) => restore.mutate({ projectId, scenarioId: id, revision })}
                  onMove={({ id }, before) => move.mutate({ projectId, scenarioId: id, before })}
                />
              </Card>
            </>
          );
        }}
      </QueryState>
      {open?.kind === 'paste' ? <PasteDialog projectId={projectId} taken={taken} onClose={close} /> : null}
      {open?.kind === 'new' ? <ScenarioDialog projectId={projectId} scenario={null} onClose={close} /> : null}
      {open?.kind === 'edit' ? (
        <ScenarioDialog projectId={projectId} scenario={open.scenario} onClose={close} />
      ) : null}
      {open?.kind === 'versions' ? (
        <VersionsSheet
          projectId={projectId}
          hrefOf={(number) => hrefWith({ version: String(number) })}
          onClose={close}
        />
      ) : null}
      {open?.kind === 'retire' ? (
        <ConfirmDialog
          open
          onOpenChange={(isOpen) => (isOpen ? undefined : close())}
          title={t('retireTitle', { name: open.scenario.name })}
          description={t('retireBody')}
          confirmLabel={t('retire')}
          destructive
          onConfirm={async () => {
            const { id, revision } = open.scenario;
            await retire.mutateAsync({ projectId, scenarioId: id, revision }).catch((error: unknown) => {
              throw new Error(refusalOf(error).message);
            });
          }}
        />
      ) : null}
    </div>
  );
}
