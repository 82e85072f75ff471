'use client';

import { markKey } from '@assay/domain';
import { Badge, Button, Callout, Card, PageHeader, useToast } from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { BookPlus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { useCrumbs } from '~/shell/use-crumbs.ts';
import { refusalOf, useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { CommentsCard } from '../comments/comments-card.tsx';
import { useOpenByRegion } from '../comments/region-talk.ts';
import { useMay } from '../sources/use-source.ts';
import { regionQuestionOf } from '../work/drawing/region-question.ts';
import { AnswersTable } from './answers-table.tsx';
import { useAuthorName } from './author-name.tsx';
import { DecideCard } from './decide-card.tsx';
import { DecisionCard } from './decision-card.tsx';
import { ExampleDialog } from './example-dialog.tsx';
import { GuidelineCard } from './guideline-card.tsx';
import { HistoryCard } from './history-card.tsx';
import { PatternDialog } from './pattern-dialog.tsx';
import { PictureCard } from './picture/picture-card.tsx';
import { SequenceCard } from './picture/sequence-card.tsx';
import { pictureOf, useDrawn, usePreviews } from './picture/use-drawn.ts';
import { useRegionTalk } from './picture/use-region-talk.ts';
import type { ReviewItem, Verdict } from './review-types.ts';
import { RowCard } from './row-card.tsx';
import { useInboxFilter } from './use-inbox-filter.ts';
import { useMarkText, wordsOfSchema } from './use-mark-text.ts';
import { useTimeAtWork } from './use-time-at-work.ts';
import { useTurn } from './use-turn.ts';

/** One sample before an expert: the row, the answers side by side, what to make of it. */
export function ItemScreen({ projectId, itemId }: { projectId: string; itemId: string }) {
  const t = useTranslations('review');
  const trpc = useTRPC();
  const crumbs = useCrumbs();
  const { path } = useOrg();
  const { search } = useInboxFilter();
  const { project } = useMay(projectId);
  const query = useQuery(trpc.review.get.queryOptions({ reviewItemId: itemId }));
  return (
    <QueryState query={query} title={t('titles.item')}>
      {(item) => (
        <>
          <PageHeader
            title={t('item.heading', { row: item.row + 1 })}
            description={t('item.of', { number: item.batch.number, name: item.batch.name })}
            breadcrumbs={crumbs([
              { label: project?.name ?? '', href: path(`/projects/${projectId}`) },
              { label: t('item.back'), href: path(`/projects/${projectId}/review${search}`) },
              { label: t('item.heading', { row: item.row + 1 }) },
            ])}
            badges={
              <Badge
                tone={item.status === 'DECIDED' ? 'good' : item.status === 'SENT_BACK' ? 'warn' : 'info'}
              >
                {t(`statuses.${item.status}`)}
              </Badge>
            }
          />
          <Item key={item.id} item={item} />
        </>
      )}
    </QueryState>
  );
}

function Item({ item }: { item: ReviewItem }) {
  const t = useTranslations('review');
  const { may } = useMay(item.projectId);
  const nameOf = useAuthorName();
  const textOf = useMarkText(wordsOfSchema(item.schema));
  const wanted = may('review.decide') && item.refused === null;
  const turn = useTurn({ projectId: item.projectId, itemId: item.id, wanted });
  const [chosen, setChosen] = useState<string | null>(item.answers[0]?.annotationId ?? null);
  const [pattern, setPattern] = useState(false);
  const [example, setExample] = useState(false);
  const { guidelineId } = item.batch;
  const { decide, next, deciding, error } = useDeciding(item, turn);
  const picture = pictureOf(item);
  const drawn = useDrawn(item);
  const hrefOf = usePreviews();
  const labels = useMemo(
    () => new Map((regionQuestionOf(item.schema)?.labels ?? []).map((label) => [label.id, label])),
    [item.schema],
  );
  const subject = { subjectType: 'reviewItem', subjectId: item.id } as const;
  const { talk, choose, say } = useRegionTalk(drawn, labels);
  const open = useOpenByRegion(subject);
  const onRegions = { chosen: talk.chosen, nameOf: talk.nameOf, open, choose, say };
  const marked = new Set(
    item.answers.flatMap(({ payload }) =>
      Object.values(payload.answers).flatMap((answer) =>
        answer.kind === 'cells' ? answer.flags.map((flag) => flag.column) : [],
      ),
    ),
  );
  return (
    <div className="grid grid-cols-1 items-start gap-5 xl:grid-cols-[minmax(0,1fr)_26rem]">
      <div className="flex min-w-0 flex-col gap-5">
        <Card
          title={t('item.why')}
          id="review-why"
          description={t('item.alike', { count: Math.max(0, item.alikeCount - 1) })}
        >
          <ul className="flex list-disc flex-col gap-1 pl-5 text-sm">
            {item.marks.map((mark) => (
              <li key={markKey(mark)} className="wrap-anywhere">
                {textOf(mark)}
              </li>
            ))}
          </ul>
        </Card>
        <Card title={t('item.answers')} id="review-answers" flush>
          {item.answers.length === 0 ? (
            <p className="px-5 py-4 text-sm text-fg-muted">{t('item.nobody')}</p>
          ) : (
            <AnswersTable
              schema={item.schema}
              caption={t('item.answersTable')}
              chosen={chosen}
              columns={item.answers.map((answer, at) => ({
                id: answer.annotationId,
                payload: answer.payload,
                before: answer.before,
                head: (
                  <span>
                    {t('item.answerOf', { letter: answer.author.letter ?? String(at + 1) })}
                    {answer.author.name === null && !answer.author.you ? null : (
                      <span className="block text-xs font-normal text-fg-muted">{nameOf(answer.author)}</span>
                    )}
                  </span>
                ),
              }))}
            />
          )}
          {item.skips.length === 0 ? null : (
            <p className="border-t border-line px-5 py-3 text-sm text-fg-secondary">
              {t('item.skipped', {
                count: item.skips.length,
                reasons: [...new Set(item.skips)].map((skip) => t(`skips.${skip}`)).join(', '),
              })}
            </p>
          )}
        </Card>
        {picture === null || item.frames.length > 0 ? null : (
          <PictureCard
            href={hrefOf(picture.imageId)}
            size={picture.size}
            labels={labels}
            drawn={drawn}
            on={onRegions}
          />
        )}
        {picture === null || item.frames.length === 0 ? null : (
          <SequenceCard
            frames={item.frames.map(({ imageId, path }) => ({ href: hrefOf(imageId), path }))}
            size={picture.size}
            labels={labels}
            drawn={drawn}
            on={onRegions}
          />
        )}
        <RowCard
          columns={item.columns}
          cells={item.cells}
          marked={marked}
          actions={
            guidelineId !== null && may('guideline.write') ? (
              <Button size="sm" icon={<BookPlus aria-hidden />} onClick={() => setExample(true)}>
                {t('example.open')}
              </Button>
            ) : undefined
          }
        />
        <CommentsCard subject={subject} projectId={item.projectId} talk={picture === null ? null : talk} />
      </div>
      <div className="flex min-w-0 flex-col gap-5">
        {wanted ? (
          <>
            <RefusalCallout error={turn.error} />
            <DecideCard
              item={item}
              chosen={chosen}
              onChosen={setChosen}
              pending={deciding}
              ready={turn.leaseId !== null}
              error={error}
              onDecide={decide}
              onNext={next}
              onPattern={() => setPattern(true)}
            />
          </>
        ) : (
          <>
            {item.refused === null || item.decision !== null ? null : (
              <Callout tone="info" title={t(`item.refused.${refusedWord(item.refused)}`)} />
            )}
            <DecisionCard item={item} />
          </>
        )}
        <HistoryCard item={item} />
        <GuidelineCard guidelineId={guidelineId} />
      </div>
      {example && guidelineId !== null ? (
        <ExampleDialog item={item} guidelineId={guidelineId} onOpenChange={setExample} />
      ) : null}
      {pattern ? (
        <PatternDialog
          batchId={item.batchId}
          itemId={item.id}
          columns={item.columns}
          onOpenChange={setPattern}
          onDone={() => {
            setPattern(false);
            next();
          }}
        />
      ) : null}
    </div>
  );
}

const REFUSED = ['author', 'taken', 'decided', 'with-author', 'incomplete', 'closed'] as const;

function refusedWord(refused: string): (typeof REFUSED)[number] | 'other' {
  return REFUSED.find((each) => each === refused) ?? 'other';
}

/** What this person put off while the page is open: it does not come again until nothing else is left. */
const putOff = new Set<string>();
const MOST_PUT_OFF = 1000;

/** Decides, offers to take it back, and goes on to what is most like this sample. */
function useDeciding(item: ReviewItem, turn: ReturnType<typeof useTurn>) {
  const t = useTranslations('review');
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const { path } = useOrg();
  const { toast } = useToast();
  const { filter, search } = useInboxFilter();
  const decide = useMutation(trpc.review.decide.mutationOptions());
  const undo = useMutation(trpc.review.undo.mutationOptions());
  const claim = useMutation(trpc.review.claim.mutationOptions());
  const { projectId } = item;
  // An answer of one's own begins with what the page showed first, whatever it is loaded with later.
  const [labelSchemaVersionId] = useState(item.labelSchemaVersionId);
  const timeAtWork = useTimeAtWork();
  const reload = () => queryClient.invalidateQueries(trpc.review.pathFilter());
  const next = async () => {
    const passed = [...new Set([...putOff, item.id])].slice(-MOST_PUT_OFF);
    const { claimed } = await claim.mutateAsync({ projectId, ...filter, near: item.alike, passed });
    if (claimed === null) {
      // Whoever begins anew is given what was put off, too.
      putOff.clear();
      toast({ title: t('inbox.nothingLeft') });
      router.push(path(`/projects/${projectId}/review${search}`));
    } else router.push(path(`/projects/${projectId}/review/${claimed.itemId}${search}`));
  };
  const onUndo = async () => {
    try {
      await undo.mutateAsync({ reviewItemId: item.id });
      toast({ title: t('item.undone') });
      // What was asked before it was taken back may still be on its way, and would say that it is decided.
      await queryClient.cancelQueries(trpc.review.pathFilter());
      await queryClient.fetchQuery({
        ...trpc.review.get.queryOptions({ reviewItemId: item.id }),
        staleTime: 0,
      });
      await reload();
      router.push(path(`/projects/${projectId}/review/${item.id}${search}`));
    } catch (error) {
      toast({ title: refusalOf(error).message, tone: 'bad' });
    }
  };
  const onDecide = async (verdict: Verdict) => {
    if (turn.leaseId === null) return;
    try {
      await decide.mutateAsync({
        reviewItemId: item.id,
        leaseId: turn.leaseId,
        verdict,
        activeMs: timeAtWork(),
        labelSchemaVersionId,
      });
      turn.ended();
      toast({ title: t(`item.done.${verdict.kind}`), onUndo });
      await next();
      await reload();
    } catch {
      // The mutation keeps the refusal, which is shown above the button.
    }
  };
  return {
    decide: (verdict: Verdict) => void onDecide(verdict),
    next: () => {
      putOff.add(item.id);
      void next().catch(() => undefined);
    },
    deciding: decide.isPending || claim.isPending,
    error: decide.error ?? claim.error,
  };
}
