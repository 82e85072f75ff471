'use client';

import type { LabelColour, LabelSchema, RegionValue } from '@assay/contracts';
import { matchRegions, type Outline, outlineOf } from '@assay/domain';
import { Card, Checkbox, cn } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { ColourDot } from '../label-schemas/label-colour.tsx';
import { regionQuestionOf } from '../work/drawing/region-question.ts';

/** What one person drew on a picture. */
export type Drawn = { id: string; letter: string; regions: readonly RegionValue[] };

/** Lines of people are told apart without their colours, which are those of labels. */
const DASHES = ['', '6 4', '2 3', '10 3 2 3'] as const;

const strokes: Record<LabelColour, string> = {
  teal: 'stroke-[var(--chart-1)]',
  orange: 'stroke-[var(--chart-2)]',
  indigo: 'stroke-[var(--chart-3)]',
  olive: 'stroke-[var(--chart-4)]',
  magenta: 'stroke-[var(--chart-5)]',
  green: 'stroke-[var(--chart-6)]',
  brown: 'stroke-[var(--chart-7)]',
  grey: 'stroke-[var(--chart-8)]',
};

/** Regions of one person that somebody else did not draw, or called otherwise. */
function differing(mine: Drawn, all: readonly Drawn[]): Set<string> {
  const odd = new Set<string>();
  for (const other of all) {
    if (other.id === mine.id) continue;
    const { pairs, onlyLeft } = matchRegions(mine.regions, other.regions);
    for (const at of onlyLeft) odd.add(mine.regions[at]?.id ?? '');
    for (const { left, right } of pairs) {
      const [one, two] = [mine.regions[left], other.regions[right]];
      if (one?.label?.labelId !== two?.label?.labelId) odd.add(one?.id ?? '');
    }
  }
  return odd;
}

/** A picture under what people drew on it: all at once, one by one, or where they differ only. */
export function PictureCard({
  imageId,
  size,
  schema,
  drawn,
}: {
  imageId: string;
  size: { width: number; height: number };
  schema: LabelSchema;
  drawn: readonly Drawn[];
}) {
  const t = useTranslations('review.picture');
  const org = useOrg().organisation.slug;
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [onlyOdd, setOnlyOdd] = useState(false);
  const labels = new Map((regionQuestionOf(schema)?.labels ?? []).map((label) => [label.id, label]));
  const odd = useMemo(() => new Map(drawn.map((each) => [each.id, differing(each, drawn)])), [drawn]);
  const outlines = useMemo(
    () => new Map(drawn.flatMap(({ regions }) => regions.map((each) => [each, outlineOf(each.geometry)]))),
    [drawn],
  );
  const { width, height } = size;
  const shown = drawn.filter(({ id }) => !hidden.has(id));
  const differences = [...odd.values()].reduce((sum, each) => sum + each.size, 0);
  return (
    <Card title={t('title')} id="review-picture">
      <div className="flex flex-col gap-3">
        <fieldset className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <legend className="sr-only">{t('people')}</legend>
          {drawn.map(({ id, letter, regions }, at) => (
            <Checkbox
              key={id}
              label={
                <span className="inline-flex items-center gap-2">
                  <Line dash={DASHES[at % DASHES.length] ?? ''} />
                  {t('of', { letter, count: regions.length })}
                </span>
              }
              checked={!hidden.has(id)}
              onChange={(on) => {
                const next = new Set(hidden);
                if (on) next.delete(id);
                else next.add(id);
                setHidden(next);
              }}
            />
          ))}
          {drawn.length > 1 ? (
            <Checkbox label={t('onlyOdd', { count: differences })} checked={onlyOdd} onChange={setOnlyOdd} />
          ) : null}
        </fieldset>
        <svg
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={t('picture', { people: shown.map(({ letter }) => letter).join(', ') })}
          className="max-h-[60vh] w-full rounded-lg border border-line bg-sunken"
        >
          <title>{t('picture', { people: shown.map(({ letter }) => letter).join(', ') })}</title>
          <image
            href={`/api/images/${imageId}/preview?org=${encodeURIComponent(org)}`}
            width={width}
            height={height}
          />
          {shown.map((person) => (
            <g key={person.id}>
              {person.regions
                .filter(({ id }) => !onlyOdd || odd.get(person.id)?.has(id) === true)
                .map((region) => (
                  <RegionOutline
                    key={region.id}
                    outline={outlines.get(region)}
                    colour={labels.get(region.label?.labelId ?? '')?.colour ?? 'grey'}
                    dash={DASHES[drawn.indexOf(person) % DASHES.length] ?? ''}
                    text={t('region', {
                      letter: person.letter,
                      label: labels.get(region.label?.labelId ?? '')?.name ?? '',
                    })}
                    pixel={width / 800}
                  />
                ))}
            </g>
          ))}
        </svg>
        <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-fg-secondary">
          {[...labels.values()]
            .filter(({ id }) =>
              drawn.some(({ regions }) => regions.some((each) => each.label?.labelId === id)),
            )
            .map(({ id, name, colour }) => (
              <li key={id} className="inline-flex items-center gap-1.5">
                <ColourDot colour={colour} />
                {name}
              </li>
            ))}
        </ul>
      </div>
    </Card>
  );
}

function Line({ dash }: { dash: string }) {
  return (
    <svg aria-hidden viewBox="0 0 28 4" className="h-1 w-7 stroke-fg">
      <line x1="0" y1="2" x2="28" y2="2" strokeWidth="2.5" strokeDasharray={dash} />
    </svg>
  );
}

const pathOf = (points: readonly { x: number; y: number }[], isClosed: boolean): string =>
  `M${points.map(({ x, y }) => `${x},${y}`).join('L')}${isClosed ? 'Z' : ''}`;

/** One region: a dark line below a coloured one, so that it is seen on light and on dark. */
function RegionOutline({
  outline,
  colour,
  dash,
  text,
  pixel,
}: {
  outline: Outline | undefined;
  colour: LabelColour;
  dash: string;
  text: string;
  /** Units of the picture for each pixel of a screen, about. */
  pixel: number;
}) {
  if (outline === undefined) return null;
  const path = [
    ...outline.rings.map((ring) => pathOf(ring, true)),
    ...outline.lines.map((line) => pathOf(line, false)),
  ].join('');
  return (
    <g fill="none">
      <title>{text}</title>
      {path === '' ? null : (
        <>
          <path d={path} stroke="black" strokeOpacity={0.75} strokeWidth={4 * pixel} />
          <path
            d={path}
            className={cn(strokes[colour])}
            strokeWidth={2 * pixel}
            strokeDasharray={dash
              .split(' ')
              .filter((each) => each !== '')
              .map((each) => Number(each) * pixel)
              .join(' ')}
          />
        </>
      )}
      {outline.points.map(({ x, y }, at) => (
        <circle
          key={at}
          cx={x}
          cy={y}
          r={4 * pixel}
          className={cn(strokes[colour])}
          strokeWidth={2 * pixel}
        />
      ))}
    </g>
  );
}
