'use client';

import type { RegionLabel } from '@assay/contracts';
import { boundsOfGeometry, type Editor, goToRegion, select, selectedIds } from '@assay/editor';
import { Card, cn, TimeAgo } from '@assay/ui';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { CommentText } from '../../comments/comment-text.tsx';
import { ColourDot } from '../../label-schemas/label-colour.tsx';
import type { Drawing } from '../../work/drawing/drawing.ts';
import { useDrawing } from '../../work/drawing/drawing-context.tsx';
import type { RegionQuestion } from '../../work/drawing/region-question.ts';
import { useRevision } from '../../work/drawing/use-records.ts';
import { useSignal } from '../../work/drawing/use-signal.ts';
import type { Returned } from '../review-types.ts';

/** What an expert said of regions of a drawing that is changed: each leads to the region on the picture. */
export function SaidOfRegions({ returned, question }: { returned: Returned; question: RegionQuestion }) {
  const drawing = useDrawing();
  if (drawing === null) return null;
  return (
    <SaidList
      returned={returned}
      about={(regionId) => (
        <AboutRegion
          drawing={drawing}
          question={question}
          regionId={regionId}
          number={numberOf(returned, regionId)}
        />
      )}
    />
  );
}

/** What an expert said of regions, each under what leads to its region. */
export function SaidList({
  returned: { said },
  about,
}: {
  returned: Returned;
  about: (regionId: string) => ReactNode;
}) {
  const t = useTranslations('review.return');
  if (said.length === 0) return null;
  return (
    <Card title={t('said', { count: said.length })} id="return-said">
      <ol className="flex flex-col gap-3">
        {said.map((each) => (
          <li key={each.id} className="flex flex-col gap-1.5">
            {about(each.regionId)}
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
export function numberOf({ answer }: Returned, regionId: string): number | null {
  const regions = Object.values(answer.answers).flatMap((each) =>
    each.kind === 'regions' ? each.regions : [],
  );
  const at = regions.findIndex(({ id }) => id === regionId);
  return at < 0 ? null : at + 1;
}

/** Selects a region in a frame in which it is, and moves the picture only where it could not be seen. */
function bringBefore(editor: Editor, regionId: string): void {
  const { store } = editor;
  select(store, [regionId]);
  const region = goToRegion(store, regionId);
  const bounds = region && boundsOfGeometry(region.geometry);
  if (bounds === undefined) return;
  const { minX, minY, maxX, maxY } = editor.seen();
  const [x, y] = [(bounds.minX + bounds.maxX) / 2, (bounds.minY + bounds.maxY) / 2];
  if (x < minX || x > maxX || y < minY || y > maxY) editor.lookAt({ x, y });
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
  const { store } = editor;
  useRevision(editor);
  useSignal(store.signalOf('selection'));
  const found = store.get(regionId);
  if (found?.type !== 'region') return <p className="text-sm text-fg-muted">{t('regionGone')}</p>;
  return (
    <RegionButton
      label={question.labels.find(({ id }) => id === found.label?.labelId)}
      number={number}
      isChosen={selectedIds(store).has(regionId)}
      onPress={() => bringBefore(editor, regionId)}
    />
  );
}

/** A region by its number and label, that is shown on the picture when it is pressed. */
export function RegionButton({
  label,
  number,
  isChosen,
  onPress,
}: {
  label: RegionLabel | undefined;
  number: number | null;
  isChosen: boolean;
  onPress: () => void;
}) {
  const t = useTranslations('review.return');
  const name = label?.name ?? t('unlabelled');
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      title={t('showRegion')}
      className={cn(
        'tap flex min-h-8 items-center gap-2 self-start rounded-md border px-2 text-left text-sm font-medium',
        isChosen ? 'border-accent bg-selected text-accent-text' : 'border-line bg-surface hover:bg-hover',
      )}
      onClick={onPress}
    >
      <ColourDot colour={label?.colour ?? 'grey'} />
      {number === null ? name : t('region', { number, label: name })}
    </button>
  );
}
