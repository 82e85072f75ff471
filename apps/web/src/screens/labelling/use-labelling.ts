'use client';

import type { AppRouter } from '@assay/api';
import { useUi } from '@assay/ui';
import { keepPreviousData, skipToken, useQueryClient } from '@tanstack/react-query';
import type { inferRouterOutputs } from '@trpc/server';
import { useEffect, useRef } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { useUrlParams } from '~/shell/use-url-params.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { useMay } from '../sources/use-source.ts';

type Output = inferRouterOutputs<AppRouter>['dashboard'];
export type LabellingNumbers = Output['labelling'];
export type BatchOutlook = Output['outlook'][number];
export type ControlNumbers = Output['controls'];
export type ControlAnswer = Output['controlAnswers']['answers'][number];
export type SliceNumbers = Output['slices'];
export type LabelledItem = Output['items']['items'][number];

/** How often the server is asked whether a number may have changed; what is counted is asked only then. */
const PULSE_MS = 1500;
const WINDOWS = [1, 7, 28, 90] as const;
const STANDARD = 28;

/** Which work the page is about, as the address says it: one batch or all, and so many days. */
export function useLabellingFilter() {
  const { params, replace } = useUrlParams();
  const { timeZone } = useUi();
  const days = params.get('days');
  return {
    batchId: params.get('batch'),
    days: days === 'all' ? null : (WINDOWS.find((each) => String(each) === days) ?? STANDARD),
    windows: WINDOWS,
    standard: STANDARD,
    timeZone,
    replace,
  };
}

/** Sees somebody everybody's numbers, or their own? Nothing is asked before that is known. */
export function useScope(projectId: string): 'all' | 'mine' | 'none' | null {
  const { project, may } = useMay(projectId);
  if (project === undefined) return null;
  return may('dashboard.read') ? 'all' : may('task.work') ? 'mine' : 'none';
}

/** Asks for the numbers of a project anew as soon as one of them may have changed. */
export function useLabellingPulse(projectId: string): void {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data } = useQuery({
    ...trpc.dashboard.pulse.queryOptions({ projectId }),
    refetchInterval: PULSE_MS,
    staleTime: 0,
  });
  const pulse = data?.pulse;
  const last = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (pulse === undefined) return;
    const changed = last.current !== undefined && last.current !== pulse;
    last.current = pulse;
    if (!changed) return;
    const { cost, dashboard } = trpc;
    for (const each of [
      cost.read,
      dashboard.controlAnswers,
      dashboard.controls,
      dashboard.labelling,
      dashboard.mine,
      dashboard.outlook,
      dashboard.items,
      dashboard.myItems,
      dashboard.slices,
    ]) {
      void queryClient.invalidateQueries(each.pathFilter());
    }
  }, [pulse, queryClient, trpc]);
}

/** Everybody's numbers for who leads the work, one's own for everybody else. */
export function useNumbers(projectId: string, scope: 'all' | 'mine' | 'none' | null) {
  const trpc = useTRPC();
  const { batchId, days, timeZone } = useLabellingFilter();
  const filter = { projectId, batchId, days, timeZone };
  const all = useQuery({
    ...trpc.dashboard.labelling.queryOptions(scope === 'all' ? filter : skipToken),
    placeholderData: keepPreviousData,
  });
  const mine = useQuery({
    ...trpc.dashboard.mine.queryOptions(scope === 'mine' ? filter : skipToken),
    placeholderData: keepPreviousData,
  });
  return scope === 'mine' ? mine : all;
}

export type ItemsLink = {
  status?: 'SUBMITTED' | 'SKIPPED';
  person?: string;
  day?: string;
  reason?: string;
  question?: string;
  label?: string;
  slice?: string;
};

export type ControlsLink = { kind?: 'gold' | 'seeded'; person?: string; fault?: string };

/** The way from a number to its items: the filters of the page, and what the number is about. */
export function useItemsHref(projectId: string): (about: ItemsLink) => string {
  return useHref(projectId, 'items');
}

/** The same from a number of control tasks to their answers. */
export function useControlsHref(projectId: string): (about: ControlsLink) => string {
  return useHref(projectId, 'controls');
}

function useHref(projectId: string, list: 'items' | 'controls') {
  const { path } = useOrg();
  const { params } = useUrlParams();
  return (about: Readonly<Record<string, string>>) => {
    const search = new URLSearchParams();
    for (const name of ['batch', 'days']) {
      const value = params.get(name);
      if (value !== null) search.set(name, value);
    }
    for (const [name, value] of Object.entries(about)) search.set(name, value);
    const text = search.toString();
    return path(`/projects/${projectId}/labelling/${list}${text === '' ? '' : `?${text}`}`);
  };
}
