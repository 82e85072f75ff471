'use client';

import type { RegionLabel } from '@assay/contracts';
import { Button, Card, Checkbox, Field, Select } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useState } from 'react';
import { ColourDot } from '../../label-schemas/label-colour.tsx';
import { type Compared, type OnRegions, Overlay, SideBySide, Swipe } from './compared.tsx';
import { type Drawn, dashOf, differences } from './drawn.ts';
import { RegionFlags } from './region-flags.tsx';
import { RegionIndex } from './region-index.tsx';
import { Line } from './region-outline.tsx';
import { COMPARE_WAYS, useComparison } from './use-comparison.ts';
import { PICTURE_CARD } from './use-region-talk.ts';

/**
 * A picture under what was drawn on it: one over the other, on both sides of a divider, or beside one another; all of it,
 * or where they differ only.
 */
export function PictureCard({
  href,
  size,
  labels,
  drawn,
  flagged = drawn,
  on,
}: {
  /** Where the picture is. */
  href: string;
  size: { width: number; height: number };
  labels: ReadonlyMap<string, RegionLabel>;
  /** At first all are shown but what was only proposed. */
  drawn: readonly (Drawn & { isProposed: boolean })[];
  /** All of it, where what is shown is a part: flags of all are listed. */
  flagged?: readonly Drawn[];
  on: OnRegions;
}) {
  const t = useTranslations('review.picture');
  const [hidden, setHidden] = useState<ReadonlySet<string>>(
    () => new Set(drawn.flatMap(({ id, isProposed }) => (isProposed && drawn.length > 1 ? [id] : []))),
  );
  const [onlyOdd, setOnlyOdd] = useState(false);
  const { way, pair, setWay, setPair } = useComparison(drawn);
  const { chosen } = on;
  // What is opened from elsewhere is to be seen.
  useEffect(() => {
    if (chosen === null) return;
    setHidden((before) => {
      const owners = drawn.filter(({ regions }) => regions.some(({ id }) => id === chosen));
      return owners.length > 0 && owners.every(({ id }) => before.has(id))
        ? new Set([...before].filter((id) => id !== owners[0]?.id))
        : before;
    });
  }, [chosen, drawn]);
  const shown = useMemo(
    () => (way === 'overlay' || pair === null ? drawn.filter(({ id }) => !hidden.has(id)) : pair),
    [way, pair, drawn, hidden],
  );
  const count = [...differences(shown).values()].reduce((sum, each) => sum + each.size, 0);
  const compared: Compared = { href, size, labels, all: drawn, shown, onlyOdd, on };
  return (
    <Card title={t('title')} id={PICTURE_CARD}>
      <div className="flex flex-col gap-3">
        {drawn.length < 2 ? null : (
          // biome-ignore lint/a11y/useSemanticElements: buttons that choose one of a few, no field of a form.
          <div role="group" aria-label={t('ways')} className="flex flex-wrap gap-1">
            {COMPARE_WAYS.map((each) => (
              <Button
                key={each}
                size="sm"
                variant={way === each ? 'secondary' : 'quiet'}
                aria-pressed={way === each}
                onClick={() => setWay(each)}
              >
                {t(`way.${each}`)}
              </Button>
            ))}
          </div>
        )}
        {way === 'overlay' || pair === null ? (
          <fieldset className="flex flex-wrap items-center gap-x-5 gap-y-2">
            <legend className="sr-only">{t('people')}</legend>
            {drawn.map((one) => (
              <Checkbox
                key={one.id}
                label={<Whose all={drawn} one={one} />}
                checked={!hidden.has(one.id)}
                onChange={(on) => {
                  const next = new Set(hidden);
                  if (on) next.delete(one.id);
                  else next.add(one.id);
                  setHidden(next);
                }}
              />
            ))}
          </fieldset>
        ) : (
          <Pair all={drawn} pair={pair} onPair={setPair} />
        )}
        {drawn.length > 1 ? (
          <Checkbox label={t('onlyOdd', { count })} checked={onlyOdd} onChange={setOnlyOdd} />
        ) : null}
        {way === 'overlay' || pair === null ? <Overlay {...compared} /> : null}
        {way === 'swipe' && pair !== null ? <Swipe {...compared} pair={pair} /> : null}
        {way === 'side' && pair !== null ? <SideBySide {...compared} pair={pair} /> : null}
        <RegionFlags drawn={flagged} labels={labels} on={on} />
        <RegionIndex of={compared} />
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

function Whose({ all, one }: { all: readonly Drawn[]; one: Drawn }) {
  const t = useTranslations('review.picture');
  return (
    <span className="inline-flex items-center gap-2">
      <Line dash={dashOf(all, one)} />
      {t('of', { name: one.name, count: one.regions.length })}
    </span>
  );
}

/** Which two are compared: who is chosen on one side while on the other changes places with it. */
function Pair({
  all,
  pair: [left, right],
  onPair,
}: {
  all: readonly Drawn[];
  pair: readonly [Drawn, Drawn];
  onPair: (keys: { left: string; right: string }) => void;
}) {
  const t = useTranslations('review.picture');
  const options = all.map(({ key, name, regions }) => ({
    value: key,
    label: t('of', { name, count: regions.length }),
  }));
  return (
    <div className="grid grid-cols-2 gap-3 sm:max-w-lg">
      <Field label={t('left')}>
        <Select
          value={left.key}
          options={options}
          onChange={({ target: { value } }) =>
            onPair({ left: value, right: value === right.key ? left.key : right.key })
          }
        />
      </Field>
      <Field label={t('right')}>
        <Select
          value={right.key}
          options={options}
          onChange={({ target: { value } }) =>
            onPair({ right: value, left: value === left.key ? right.key : left.key })
          }
        />
      </Field>
    </div>
  );
}
