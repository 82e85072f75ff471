'use client';

import { ConfirmDialog, SkeletonRows } from '@assay/ui';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { useTrash } from '../trash/use-trash.ts';
import type { RunView } from './use-run.ts';

const NAMED = 3;

/** Asks before a run goes into the trash, and says what would miss it. */
export function TrashRunDialog({ run, onClose }: { run: RunView; onClose: () => void }) {
  const t = useTranslations('runs.trash');
  const trpc = useTRPC();
  const router = useRouter();
  const { path } = useOrg();
  const { trash } = useTrash();
  const found = useQuery({ ...trpc.run.dependents.queryOptions({ runId: run.id }), staleTime: 0 });
  const missed = found.data;
  const few = (things: readonly { name: string }[]) =>
    things.length > NAMED
      ? t('more', {
          names: things
            .slice(0, NAMED)
            .map((each) => each.name)
            .join(', '),
          count: things.length - NAMED,
        })
      : things.map((each) => each.name).join(', ');
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t('title', { number: run.number })}
      description={t('body')}
      confirmLabel={t('confirm')}
      destructive
      onConfirm={async () => {
        const thing = { kind: 'run', id: run.id, name: run.name, projectId: run.projectId } as const;
        if (await trash(thing)) router.push(path(`/projects/${run.projectId}/runs`));
      }}
    >
      {found.isPending ? <SkeletonRows rows={2} /> : null}
      {missed === undefined ? null : (
        <ul className="mt-3 list-disc space-y-1 pl-5 text-sm text-fg-secondary">
          {missed.ownReports.length === 0 ? null : (
            <li>{t('ownReports', { count: missed.ownReports.length })}</li>
          )}
          {missed.otherReports.length === 0 ? null : (
            <li>
              {t('otherReports', { count: missed.otherReports.length, names: few(missed.otherReports) })}
            </li>
          )}
          {missed.rampedUp.length === 0 ? null : (
            <li>
              {t('rampedUp', {
                count: missed.rampedUp.length,
                names: missed.rampedUp.map((each) => `#${each.number}`).join(', '),
              })}
            </li>
          )}
          {missed.goals.length === 0 ? null : (
            <li>{t('goals', { count: missed.goals.length, names: few(missed.goals) })}</li>
          )}
          {missed.otherReports.length + missed.rampedUp.length + missed.goals.length === 0 ? (
            <li>{t('nothingElse')}</li>
          ) : null}
        </ul>
      )}
    </ConfirmDialog>
  );
}
