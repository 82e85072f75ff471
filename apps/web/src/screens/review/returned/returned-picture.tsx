'use client';

import { isSameAnswer } from '@assay/domain';
import { Badge, Callout, Card, ErrorState, SkeletonRows, useToast } from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect } from 'react';
import { useLabelSchemaNews } from '~/shell/live.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { type Desk, payloadOf, replyIn } from '../../work/desk/desk.ts';
import type { DeskState, HeldTask } from '../../work/desk/desk-types.ts';
import type { RegionQuestion } from '../../work/drawing/region-question.ts';
import { type OwnKeys, useOwnKeys } from '../../work/keys/use-own-keys.ts';
import { MigratedNotice } from '../../work/migrated-notice.tsx';
import { Notices } from '../../work/notices.tsx';
import { RowDesk } from '../../work/row-desk.tsx';
import { useDesk } from '../../work/use-desk.ts';
import { SavingSign } from '../../work/work-bar.tsx';
import type { Returned } from '../review-types.ts';
import { ReplyCard } from './reply-card.tsx';
import { SaidOfRegions } from './said-of-regions.tsx';

/** A drawing that an expert sent back, in the workbench: what they say of it, the drawing to be changed, the reply. */
export function ReturnedPicture({ returned, question }: { returned: Returned; question: RegionQuestion }) {
  const t = useTranslations('review');
  const work = useTranslations('work');
  const { desk, state, broken } = useDesk(returned.projectId, returned.batch.id, 'row', returned.id);
  useLabelSchemaNews(useCallback(() => desk?.lookForMigrations(), [desk]));
  const own = useOwnKeys();
  const reload = useReload();
  const held = state?.held[0] ?? null;
  const { toast } = useToast();
  const isTaken = (state?.taken ?? 0) > 0;
  const isOver = state !== null && held === null && state.sending === 0 && state.phase !== 'opening';
  const revised = t('return.revised');
  useEffect(() => {
    if (isTaken) toast({ title: revised });
  }, [isTaken, toast, revised]);
  // It was handed in and taken, or it is refused now: the server says how it stands.
  useEffect(() => {
    if (isOver) void reload();
  }, [isOver, reload]);
  return (
    <>
      <Callout
        tone="warn"
        className="mb-4"
        title={
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            {t('return.says', { name: returned.by.name ?? t('return.expert') })}
            {returned.faults.map((fault) => (
              <Badge key={fault} tone="warn">
                {t(`faults.${fault}`)}
              </Badge>
            ))}
          </span>
        }
      >
        {returned.comment === '' ? null : <p className="whitespace-pre-line">{returned.comment}</p>}
      </Callout>
      {state === null || desk === null ? null : <Notices notices={state.notices} onDismiss={desk.dismiss} />}
      {state === null || desk === null ? null : <MigratedNotice desk={desk} state={state} />}
      {broken ? (
        <ErrorState title={work('noStore')} next={work('noStoreNext')} />
      ) : desk !== null && state?.phase === 'failed' && state.failure !== null ? (
        <ErrorState
          title={state.failure.message}
          {...(state.failure.next === null ? {} : { next: state.failure.next })}
          onRetry={desk.look}
        />
      ) : desk === null || state === null || held === null || !own.isReady ? (
        <Card>
          <p role="status" className="sr-only">
            {t('return.opening')}
          </p>
          {state === null || state.sending === 0 ? null : <SavingSign state={state} />}
          <SkeletonRows />
        </Card>
      ) : (
        <Changing {...{ returned, question, desk, state, held, own }} />
      )}
    </>
  );
}

function useReload(): () => Promise<void> {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return useCallback(() => queryClient.invalidateQueries(trpc.review.pathFilter()), [queryClient, trpc]);
}

function Changing({
  returned,
  question,
  desk,
  state,
  held,
  own,
}: {
  returned: Returned;
  question: RegionQuestion;
  desk: Desk;
  state: DeskState;
  held: HeldTask;
  own: OwnKeys;
}) {
  const t = useTranslations('review.return');
  const trpc = useTRPC();
  const { toast } = useToast();
  const reload = useReload();
  const contest = useMutation(trpc.review.answerReturn.mutationOptions());
  const taskId = held.task.id;
  const reply = replyIn(held);
  const handIn: Desk['submit'] = (id, drawn = {}, drawing, isArtefact) => {
    if (!isSameAnswer(payloadOf({ ...held, drawn }), returned.answer)) {
      return desk.submit(id, drawn, drawing, isArtefact);
    }
    toast({ title: t('unchanged'), tone: 'warn' });
    return [];
  };
  const onContest = async () => {
    try {
      // What is on its way after the reply would be refused.
      await desk.saveNow();
      await contest.mutateAsync({ returnId: returned.id, reply, revision: null });
      toast({ title: t('contested') });
      desk.letGo(held);
      await reload();
    } catch {
      // The mutation keeps the refusal, which is shown above the button.
    }
  };
  return (
    <RowDesk
      desk={desk}
      state={state}
      held={held}
      own={own}
      returned={{
        handIn,
        said: <SaidOfRegions returned={returned} question={question} />,
        reply: (
          <ReplyCard
            reply={reply}
            isPending={contest.isPending}
            error={contest.error}
            onReply={(next) => desk.edit(taskId, { reply: next === '' ? null : next })}
            onContest={() => void onContest()}
          />
        ),
      }}
    />
  );
}
