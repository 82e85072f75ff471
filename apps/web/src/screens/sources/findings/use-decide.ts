'use client';

import type { FindingStatus, FindingView } from '@assay/contracts';
import { useToast } from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { refusalOf, useTRPC, useTRPCClient } from '~/trpc/client.tsx';

const AT_ONCE = 10;

/** Decides findings: one, or many at a time; each can be taken back from the toast. */
export function useDecide(versionId: string) {
  const t = useTranslations('sources.findings');
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const { toast } = useToast();
  const key = trpc.sourceVersion.findings.queryKey({ versionId });
  const reload = async () => {
    await queryClient.invalidateQueries(trpc.sourceVersion.findings.pathFilter());
    await queryClient.invalidateQueries(trpc.source.pathFilter());
  };
  const decide = useMutation({
    mutationFn: async (input: {
      findings: readonly FindingView[];
      status: FindingStatus;
      note: string | null;
      undo?: boolean;
    }) => {
      let done = 0;
      for (let from = 0; from < input.findings.length; from += AT_ONCE) {
        const answers = await Promise.allSettled(
          input.findings.slice(from, from + AT_ONCE).map(({ id, revision }) =>
            client.sourceVersion.decideFinding.mutate({
              findingId: id,
              revision,
              status: input.status,
              note: input.note,
            }),
          ),
        );
        const failed = answers.find((answer) => answer.status === 'rejected');
        done += answers.filter((answer) => answer.status === 'fulfilled').length;
        if (failed !== undefined) throw failed.reason;
      }
      return done;
    },
    onSuccess: async (_done, { findings, status, undo }) => {
      await reload();
      if (undo === true) return;
      toast({
        title: t(`done.${status}`, { count: findings.length, column: findings[0]?.column ?? '' }),
        onUndo: () => takeBack(findings),
      });
    },
    onError: async (error) => {
      const refusal = refusalOf(error);
      toast({
        tone: 'bad',
        title: refusal.message,
        description: refusal.code === 'stale' ? t('staleReloaded') : (refusal.next ?? undefined),
      });
      await reload();
    },
  });
  /** Puts findings back to what they were, at the revision that they have now. */
  const takeBack = (before: readonly FindingView[]) => {
    const now = queryClient.getQueryData(key) ?? [];
    for (const { id, status, note } of before) {
      const finding = now.find((each) => each.id === id);
      if (finding !== undefined) decide.mutate({ findings: [finding], status, note, undo: true });
    }
  };
  return decide;
}
