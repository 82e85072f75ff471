'use client';

import type { CommandGroup } from '@assay/ui';
import { keepPreviousData } from '@tanstack/react-query';
import {
  BookOpenText,
  ClipboardList,
  Columns3,
  Database,
  FileChartColumn,
  FolderKanban,
  Gauge,
  GitCommitVertical,
  NotebookText,
  Play,
  Stamp,
  Table2,
  Tags,
  UserRound,
} from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { useOrg } from './org-context.tsx';

const icons = {
  project: <FolderKanban aria-hidden />,
  source: <Database aria-hidden />,
  recipe: <BookOpenText aria-hidden />,
  run: <Play aria-hidden />,
  report: <FileChartColumn aria-hidden />,
  policy: <Gauge aria-hidden />,
  guideline: <NotebookText aria-hidden />,
  batch: <ClipboardList aria-hidden />,
  version: <GitCommitVertical aria-hidden />,
  release: <Stamp aria-hidden />,
  labelSchema: <Tags aria-hidden />,
  column: <Columns3 aria-hidden />,
  member: <UserRound aria-hidden />,
  view: <Table2 aria-hidden />,
};
const TYPING_PAUSE_MS = 150;

/** What the server finds for the palette's text, as groups of commands that open it. */
export function useFound(text: string): { groups: CommandGroup[]; loading: boolean } {
  const t = useTranslations('shell');
  const trpc = useTRPC();
  const router = useRouter();
  const { path } = useOrg();
  const [settled, setSettled] = useState('');
  const wanted = text.trim();
  useEffect(() => {
    const timer = setTimeout(() => setSettled(wanted), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [wanted]);
  const found = useQuery(
    trpc.search.find.queryOptions(
      { text: settled, limit: 6 },
      { enabled: settled !== '', placeholderData: keepPreviousData },
    ),
  );
  if (wanted === '') return { groups: [], loading: false };
  return {
    loading: wanted !== settled || found.isFetching,
    groups: (found.data?.groups ?? []).map((group) => ({
      id: `found-${group.kind}`,
      title: t(`found.${group.kind}`),
      remote: true,
      items: group.hits.map((hit) => ({
        id: hit.id,
        label: hit.title,
        // Of a view the detail is the code of its table.
        hint: group.kind === 'view' ? undefined : (hit.detail ?? undefined),
        icon: icons[hit.kind],
        onSelect: () => router.push(path(hit.link)),
      })),
    })),
  };
}
