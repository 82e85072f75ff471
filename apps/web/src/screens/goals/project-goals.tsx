'use client';

import { Button, Card, ConfirmDialog, EmptyState, SectionHeader } from '@assay/ui';
import { skipToken } from '@tanstack/react-query';
import { Plus, Target } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { LoadingCard, NotAllowedCard } from '~/shell/list-states.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { ProjectFrame } from '../projects/project-frame.tsx';
import { useMay } from '../sources/use-source.ts';
import { useTrash } from '../trash/use-trash.ts';
import { GoalDialog } from './goal-dialog.tsx';
import type { Goal } from './goal-types.ts';
import { GoalsTable } from './goals-table.tsx';
import { PresetsDialog } from './presets-dialog.tsx';

type Open = { kind: 'new' } | { kind: 'presets' } | { kind: 'edit' | 'remove'; goal: Goal } | null;

/** The goals tab of a project. */
export function ProjectGoals({ projectId }: { projectId: string }) {
  return <ProjectFrame projectId={projectId}>{() => <Goals projectId={projectId} />}</ProjectFrame>;
}

function Goals({ projectId }: { projectId: string }) {
  const t = useTranslations('goals');
  const trpc = useTRPC();
  const { may, mayNot } = useMay(projectId);
  const [open, setOpen] = useState<Open>(null);
  const query = useQuery(trpc.goal.list.queryOptions(mayNot('goal.read') ? skipToken : { projectId }));
  const { trash } = useTrash();
  if (mayNot('goal.read')) {
    return <NotAllowedCard title={t('notAllowedTitle')} body={t('notAllowedBody')} />;
  }
  const close = () => setOpen(null);
  const actions = may('goal.write') ? (
    <div className="flex flex-wrap gap-2">
      <Button onClick={() => setOpen({ kind: 'presets' })}>{t('presets')}</Button>
      <Button variant="primary" icon={<Plus aria-hidden />} onClick={() => setOpen({ kind: 'new' })}>
        {t('new')}
      </Button>
    </div>
  ) : undefined;
  return (
    <div className="flex flex-col gap-4">
      <SectionHeader title={t('title')} description={t('about')} actions={actions} />
      <QueryState query={query} loading={<LoadingCard />}>
        {({ goals }) => (
          <Card flush>
            {goals.length === 0 ? (
              <EmptyState
                icon={<Target />}
                title={t('emptyTitle')}
                description={t('emptyBody')}
                action={actions}
              />
            ) : (
              <GoalsTable
                goals={goals}
                mayWrite={may('goal.write')}
                onEdit={(goal) => setOpen({ kind: 'edit', goal })}
                onRemove={(goal) => setOpen({ kind: 'remove', goal })}
              />
            )}
          </Card>
        )}
      </QueryState>
      {open?.kind === 'presets' ? <PresetsDialog projectId={projectId} onClose={close} /> : null}
      {open?.kind === 'new' ? <GoalDialog projectId={projectId} goal={null} onClose={close} /> : null}
      {open?.kind === 'edit' ? <GoalDialog projectId={projectId} goal={open.goal} onClose={close} /> : null}
      {open?.kind === 'remove' ? (
        <ConfirmDialog
          open
          onOpenChange={(isOpen) => (isOpen ? undefined : close())}
          title={t('removeTitle', { name: open.goal.name })}
          description={t('removeBody')}
          confirmLabel={t('remove')}
          destructive
          onConfirm={() => trash({ kind: 'goal', id: open.goal.id, name: open.goal.name, projectId })}
        />
      ) : null}
    </div>
  );
}
