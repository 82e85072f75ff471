'use client';

import { Badge, Callout, Card, PageHeader } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { useCrumbs } from '~/shell/use-crumbs.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { useMay } from '../sources/use-source.ts';
import { type RegionQuestion, regionQuestionOf } from '../work/drawing/region-question.ts';
import { AnswersTable } from './answers-table.tsx';
import { GuidelineCard } from './guideline-card.tsx';
import { ReturnForm } from './return-form.tsx';
import { ReturnedPicture } from './returned/returned-picture.tsx';
import { ReturnedRegions } from './returned/returned-regions.tsx';
import type { Returned } from './review-types.ts';
import { RowCard } from './row-card.tsx';

/** An answer of one's own that an expert sent back: why, what they would say, and one's reply. */
export function ReturnScreen({ projectId, returnId }: { projectId: string; returnId: string }) {
  const t = useTranslations('review');
  const trpc = useTRPC();
  const crumbs = useCrumbs();
  const { path } = useOrg();
  const { project } = useMay(projectId);
  const query = useQuery(trpc.review.return.queryOptions({ returnId }));
  return (
    <QueryState query={query} title={t('titles.return')}>
      {(returned) => (
        <>
          <PageHeader
            title={t(
              regionQuestionOf(returned.schema) === null ? 'return.heading' : 'return.headingPicture',
              {
                row: returned.row + 1,
              },
            )}
            description={t('item.of', { number: returned.batch.number, name: returned.batch.name })}
            breadcrumbs={crumbs([
              { label: project?.name ?? '', href: path(`/projects/${projectId}`) },
              { label: t('return.back'), href: path(`/projects/${projectId}/review/returned`) },
              { label: t('inbox.rowNumber', { row: returned.row + 1 }) },
            ])}
          />
          <Body key={`${returned.id} ${returned.status}`} returned={returned} />
        </>
      )}
    </QueryState>
  );
}

/** What is drawn is changed where it is drawn; an answer to a row beside the row. */
function Body({ returned }: { returned: Returned }) {
  const question = regionQuestionOf(returned.schema);
  return question !== null && returned.status === 'WAITING' ? (
    <ReturnedPicture returned={returned} question={question} />
  ) : (
    <ReturnedAnswer returned={returned} question={question} />
  );
}

function ReturnedAnswer({ returned, question }: { returned: Returned; question: RegionQuestion | null }) {
  const t = useTranslations('review');
  const { answer, proposal, revised, status } = returned;
  const marked = new Set(
    Object.values(answer.answers).flatMap((each) =>
      each.kind === 'cells' ? each.flags.map((flag) => flag.column) : [],
    ),
  );
  return (
    <div className="grid grid-cols-1 items-start gap-5 xl:grid-cols-[minmax(0,1fr)_26rem]">
      <div className="flex min-w-0 flex-col gap-5">
        <Card title={t('return.says', { name: returned.by.name ?? t('return.expert') })} id="return-why">
          <div className="flex flex-col gap-3 text-sm">
            <p className="flex flex-wrap gap-1.5">
              {returned.faults.map((fault) => (
                <Badge key={fault} tone="warn">
                  {t(`faults.${fault}`)}
                </Badge>
              ))}
            </p>
            {returned.comment === '' ? null : (
              <p className="whitespace-pre-line wrap-anywhere">{returned.comment}</p>
            )}
          </div>
        </Card>
        <Card title={t(proposal === null ? 'return.compareOwn' : 'return.compare')} id="return-answers" flush>
          <AnswersTable
            schema={returned.schema}
            caption={t('item.answersTable')}
            columns={[
              { id: 'yours', head: t('return.yours'), payload: answer },
              ...(proposal === null ? [] : [{ id: 'theirs', head: t('return.theirs'), payload: proposal }]),
              ...(revised === null ? [] : [{ id: 'now', head: t('return.now'), payload: revised }]),
            ]}
          />
        </Card>
        {question === null ? (
          <RowCard columns={returned.columns} cells={returned.cells} marked={marked} />
        ) : (
          <ReturnedRegions returned={returned} question={question} />
        )}
      </div>
      <div className="flex min-w-0 flex-col gap-5">
        {status === 'WAITING' ? (
          <ReturnForm returned={returned} />
        ) : (
          <Callout tone="info" title={t(status === 'WITHDRAWN' ? 'return.withdrawn' : 'return.ended')}>
            {status === 'WITHDRAWN' && question !== null
              ? t('return.changesKept')
              : returned.reply === ''
                ? undefined
                : returned.reply}
          </Callout>
        )}
        <GuidelineCard guidelineId={returned.batch.guidelineId} />
      </div>
    </div>
  );
}
