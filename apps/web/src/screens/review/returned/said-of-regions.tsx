'use client';

import { goToRegion, select, selectedIds } from '@assay/editor';
import { Card, cn, TimeAgo } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { CommentText } from '../../comments/comment-text.tsx';
import { ColourDot } from '../../label-schemas/label-colour.tsx';
import type { Drawing } from '../../work/drawing/drawing.ts';
import { useDrawing } from '../../work/drawing/drawing-context.tsx';
import type { RegionQuestion } from '../../work/drawing/region-question.ts';
import { useRevision } from '../../work/drawing/use-records.ts';
import { useSignal } from '../../work/drawing/use-signal.ts';
import type { Returned } from '../review-types.ts';

/** What an expert said of regions of a drawing: each leads to the region on the picture. */
export function SaidOfRegions({ returned, question }: { returned: Returned; question: RegionQuestion }) {
  const t = useTranslations('review.return');
  const drawing = useDrawing();
  const { said } = returned;
  if (said.length === 0 || drawing === null) return null;
  return (
    <Card title={t('said', { count: said.length })} id="return-said">
      <ol className="flex flex-col gap-3">
        {said.map((each) => (
          <li key={each.id} className="flex flex-col gap-1.5">
            <AboutRegion
              drawing={drawing}
              question={question}
              regionId={each.regionId}
              number={numberOf(returned, each.regionId)}
            />
            <CommentText comment={each} />
            <p className="text-xs text-fg-muted">
              <TimeAgo at={each.createdAt} />
            </p>
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** Which region of the answer it was, counted from 1 as the expert sees it; null of one that had been rejected. */
function numberOf({ answer }: Returned, regionId: string): number | null {
  const regions = Object.values(answer.answers).flatMap((each) =>
    each.kind === 'regions' ? each.regions : [],
  );
  const at = regions.findIndex(({ id }) => id === regionId);
  return at < 0 ? null : at + 1;
}

function AboutRegion({
  drawing: { editor },
  question,
  regionId,
  number,
}: {
  drawing: Drawing;
  question: RegionQuestion;
  regionId: string;
  number: number | null;
}) {
  const t = useTranslations('review.return');
  const words = useId();
  const { store } = editor;
  useRevision(editor);
  useSignal(store.signalOf('selection'));
  const found = store.get(regionId);
  if (found?.type !== 'region') return <p className="text-sm text-fg-muted">{t('regionGone')}</p>;
  const label = question.labels.find(({ id }) => id === found.label?.labelId);
  const name = label?.name ?? t('unlabelled');
  const isChosen = selectedIds(store).has(regionId);
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      aria-describedby={words}
      className={cn(
        'tap flex min-h-8 items-center gap-2 self-start rounded-md border px-2 text-left text-sm font-medium',
        isChosen ? 'border-accent bg-selected text-accent-text' : 'border-line bg-surface hover:bg-hover',
      )}
      onClick={() => {
        select(store, [regionId]);
        goToRegion(store, regionId);
        editor.run('zoom-selection');
      }}
    >
      <ColourDot colour={label?.colour ?? 'grey'} />
      {number === null ? name : t('region', { number, label: name })}
      <span id={words} className="sr-only">
        {t('showRegion')}
      </span>
    </button>
  );
}
