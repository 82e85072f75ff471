'use client';

import type { RegionRemark } from '@assay/contracts';
import { geometryAt } from '@assay/domain';
import {
  areaOfGeometry,
  boundsOfGeometry,
  byDoubt,
  frameOf,
  isFlagged,
  isProposed,
  judged,
  ownView,
  type RegionRecord,
  regionsOf,
  relationsOf,
  select,
  selectedIds,
  toggleSelected,
} from '@assay/editor';
import { Button, Card, Checkbox, cn, IconButton, SearchInput, Select } from '@assay/ui';
import { Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { memo, useEffect, useMemo, useRef, useState } from 'react';
import { ColourDot } from '../../label-schemas/label-colour.tsx';
import type { Drawing } from './drawing.ts';
import { FlagSign } from './flag-sign.tsx';
import { RegionForm } from './region-form.tsx';
import { labelForShape, offeredLabels, type RegionQuestion } from './region-question.ts';
import { StateSign } from './state-sign.tsx';
import { penOf, useRevision } from './use-records.ts';
import { useSignal } from './use-signal.ts';

/** What comes next takes the row of what goes: the focus stays in the list, at that, or before what was the last. */
function focusNext(button: HTMLElement, list: HTMLElement | null): void {
  const row = button.closest('li');
  const buttonIn = (other: Element | null | undefined) =>
    other?.querySelector<HTMLElement>('button:last-of-type') ?? null;
  const stays = buttonIn(row?.nextElementSibling) === null ? null : button;
  (stays ?? buttonIn(row?.previousElementSibling) ?? list)?.focus({ preventScroll: true });
}

const REGION_ORDERS = ['top', 'label', 'size', 'doubt'] as const;
type RegionOrder = (typeof REGION_ORDERS)[number];

/** Regions in the order in which a person wants to go through them; of one rank the topmost first. */
function ordered(
  regions: readonly RegionRecord[],
  order: RegionOrder,
  nameOf: (region: RegionRecord) => string,
): readonly RegionRecord[] {
  switch (order) {
    case 'top':
      return regions;
    case 'label':
      return regions.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b)));
    case 'size':
      return regions.toSorted((a, b) => areaOfGeometry(b.geometry) - areaOfGeometry(a.geometry));
    case 'doubt':
      return [
        ...regions.filter(isProposed).sort(byDoubt),
        ...regions.filter((region) => !isProposed(region)),
      ];
  }
}

const ROW = 36;
const SHOWN = 12;

/** The regions of the picture as a list that goes with it: what is chosen here is selected there, and the other way round. */
export const RegionList = memo(function RegionList({
  question,
  drawing,
}: {
  question: RegionQuestion;
  drawing: Drawing;
}) {
  const t = useTranslations('work.draw');
  const frames = useTranslations('work.frames');
  const { editor } = drawing;
  const { store } = editor;
  const revision = useRevision(editor);
  useSignal(store.signalOf('selection'));
  useSignal(store.signalOf('frame'));
  const frame = frameOf(store);
  const [search, setSearch] = useState('');
  const [top, setTop] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const [asksFlagged, setAsksFlagged] = useState(false);
  const [listed, setListed] = useState(drawing);
  if (listed !== drawing) {
    // The order in which one goes through regions is kept from picture to picture.
    setListed(drawing);
    setSearch('');
    setAsksFlagged(false);
    setTop(0);
  }
  const scrolled = useRef(0);
  useEffect(() => {
    // Where it stands at its top, asking for it would lay out the page.
    if (scrolled.current > 0 && drawing !== null) list.current?.scrollTo({ top: 0 });
  }, [drawing]);
  const names = useMemo(() => new Map(question.labels.map((label) => [label.id, label])), [question]);
  const [wish, setWish] = useState<RegionOrder>('top');
  const all = useMemo(() => regionsOf(store).reverse(), [store, revision]);
  const hasProposals = all.some(isProposed);
  const order = wish === 'doubt' && !hasProposals ? 'top' : wish;
  const flagged = useMemo(() => all.filter(isFlagged).length, [all]);
  // Where the last flag is gone, all are shown again.
  const onlyFlagged = asksFlagged && flagged > 0;
  const chosen = selectedIds(store);
  const nameOf = ({ label }: RegionRecord) =>
    label === null ? t('unlabelled') : (names.get(label.labelId)?.name ?? t('unlabelled'));
  const regions = useMemo(
    () => ordered(all, order, (region) => names.get(region.label?.labelId ?? '')?.name ?? ''),
    [all, order, names],
  );
  const wanted = search.trim().toLowerCase();
  const isWanted = (each: RegionRecord) =>
    (!onlyFlagged || isFlagged(each)) && (wanted === '' || nameOf(each).toLowerCase().includes(wanted));
  const found = wanted === '' && !onlyFlagged ? regions : regions.filter(isWanted);
  const from = Math.max(0, Math.floor(top / ROW) - 4);
  const page = found.slice(from, from + SHOWN + 8);
  const [one] = chosen.size === 1 ? regions.filter(({ id }) => chosen.has(id)) : [];
  const flagText = ({ text }: RegionRemark) => (text === '' ? t('flagged') : t('flaggedWith', { text }));
  const add = () => {
    const { width, height } = editor.image;
    const id = editor.newId();
    editor.change('add', () => {
      store.put({
        id,
        type: 'region',
        geometry: {
          kind: 'box',
          version: 1,
          x: width * 0.4,
          y: height * 0.4,
          width: width * 0.2,
          height: height * 0.2,
        },
        label: labelForShape(question, penOf(editor).label, 'box'),
        order: editor.topOrder() + 1,
        groupId: null,
      });
      select(store, [id]);
    });
  };
  const canAdd = offeredLabels(question).some(({ shapes }) => shapes.includes('box'));
  return (
    <Card
      title={t('regions', { count: regions.length })}
      id="work-regions"
      actions={
        canAdd ? (
          <Button size="sm" icon={<Plus aria-hidden />} onClick={add}>
            {t('addBox')}
          </Button>
        ) : undefined
      }
    >
      <div className="flex flex-col gap-3">
        {regions.length > 8 ? <SearchInput label={t('search')} value={search} onChange={setSearch} /> : null}
        {regions.length > 1 ? (
          <Select
            aria-label={t('order')}
            value={order}
            options={REGION_ORDERS.filter((each) => each !== 'doubt' || hasProposals).map((each) => ({
              value: each,
              label: t(`orders.${each}`),
            }))}
            onChange={({ target }) => setWish(target.value as RegionOrder)}
          />
        ) : null}
        {flagged === 0 ? null : (
          <Checkbox
            label={t('onlyFlagged', { count: flagged })}
            checked={onlyFlagged}
            onChange={setAsksFlagged}
          />
        )}
        {regions.length === 0 ? <p className="text-sm text-fg-muted">{t('noRegions')}</p> : null}
        <ul
          ref={list}
          tabIndex={-1}
          aria-label={t('regions', { count: regions.length })}
          className="relative overflow-y-auto"
          style={{ maxHeight: ROW * SHOWN }}
          onScroll={({ currentTarget: { scrollTop } }) => {
            scrolled.current = scrollTop;
            setTop(scrollTop);
          }}
        >
          <li aria-hidden style={{ height: from * ROW }} />
          {page.map((region, at) => {
            const label = region.label === null ? undefined : names.get(region.label.labelId);
            const bounds = boundsOfGeometry(region.geometry);
            const isAway =
              frame !== undefined &&
              region.track !== undefined &&
              geometryAt(region.track, frame.at) === null;
            const place = isAway
              ? frames('absent')
              : bounds === undefined
                ? ''
                : t('place', {
                    x: Math.round(bounds.minX),
                    y: Math.round(bounds.minY),
                    width: Math.round(bounds.maxX - bounds.minX),
                    height: Math.round(bounds.maxY - bounds.minY),
                  });
            return (
              <li
                // By its place: another picture's regions take the same rows, which is far quicker than making them.
                key={from + at}
                aria-setsize={found.length}
                aria-posinset={from + at + 1}
                className="flex items-center"
                style={{ height: ROW }}
              >
                <button
                  type="button"
                  aria-pressed={chosen.has(region.id)}
                  aria-label={t('region', {
                    number: all.indexOf(region) === -1 ? 0 : all.length - all.indexOf(region),
                    name: nameOf(region),
                    kind: t(`kinds.${region.geometry.kind}`),
                    place: [
                      place,
                      ...(isProposed(region) ? [t(`verify.states.${region.proposal.state}`)] : []),
                      ...(region.remark == null ? [] : [flagText(region.remark)]),
                    ].join(', '),
                  })}
                  className={cn(
                    'tap flex h-8 min-w-0 flex-1 items-center gap-2 rounded px-2 text-left text-sm',
                    chosen.has(region.id) ? 'bg-accent-soft' : 'hover:bg-hover',
                  )}
                  onClick={(event) => {
                    if (event.ctrlKey || event.metaKey || event.shiftKey) toggleSelected(store, [region.id]);
                    else select(store, [region.id]);
                  }}
                  onDoubleClick={() => editor.run('zoom-selection')}
                >
                  <ColourDot colour={label?.colour ?? 'grey'} />
                  <span className="min-w-0 flex-1 truncate">{nameOf(region)}</span>
                  {region.remark == null ? null : <FlagSign text={region.remark.text} />}
                  {isProposed(region) ? <StateSign state={region.proposal.state} /> : null}
                  <span className="shrink-0 text-xs text-fg-muted tabular-nums">
                    {isAway ? frames('absent') : t(`kinds.${region.geometry.kind}`)}
                  </span>
                </button>
                <IconButton
                  size="sm"
                  label={t(isProposed(region) ? 'rejectRegion' : 'removeRegion', { name: nameOf(region) })}
                  icon={<Trash2 aria-hidden />}
                  disabled={ownView(store, region.id).locked}
                  onClick={({ currentTarget }) => {
                    if (!isProposed(region)) focusNext(currentTarget, list.current);
                    editor.change('delete', () => {
                      if (isProposed(region)) store.put(judged(region, 'nothing-there'));
                      else store.remove(region.id);
                    });
                  }}
                />
              </li>
            );
          })}
          <li aria-hidden style={{ height: Math.max(0, found.length - from - page.length) * ROW }} />
        </ul>
        {one === undefined ? null : (
          <RegionForm key={one.id} region={one} question={question} editor={editor} />
        )}
        <Relations question={question} drawing={drawing} nameOf={nameOf} />
      </div>
    </Card>
  );
});

/** How regions belong together: each as “this, in this way, to that”. */
function Relations({
  question,
  drawing: { editor },
  nameOf,
}: {
  question: RegionQuestion;
  drawing: Drawing;
  nameOf: (region: RegionRecord) => string;
}) {
  const t = useTranslations('work.draw');
  const { store } = editor;
  const relations = relationsOf(store);
  if (relations.length === 0) return null;
  const nameAt = (id: string) => {
    const region = store.get(id);
    return region?.type === 'region' ? nameOf(region) : '';
  };
  return (
    <section className="flex flex-col gap-2" aria-label={t('relations')}>
      <h3 className="text-sm font-medium">{t('relations')}</h3>
      <ul className="flex flex-col gap-2">
        {relations.map((relation) => (
          <li key={relation.id} className="flex items-center gap-2 text-sm">
            <span className="truncate">{nameAt(relation.from)}</span>
            <Select
              aria-label={t('relationKind', { from: nameAt(relation.from), to: nameAt(relation.to) })}
              className="flex-1"
              value={relation.labelId ?? ''}
              placeholder={t('choose')}
              options={question.relations
                .filter((each) => !each.deprecated || each.id === relation.labelId)
                .map(({ id, name }) => ({ value: id, label: name }))}
              onChange={({ target }) => {
                const labelId = target.value === '' ? null : target.value;
                editor.change('relation', () => store.put({ ...relation, labelId }));
              }}
            />
            <span className="truncate">{nameAt(relation.to)}</span>
            <IconButton
              size="sm"
              label={t('removeRelation')}
              icon={<Trash2 aria-hidden />}
              onClick={() => editor.change('delete', () => store.remove(relation.id))}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
