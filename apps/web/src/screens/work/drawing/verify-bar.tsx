'use client';

import type { ProposalState } from '@assay/contracts';
import { byDoubt, type EditorCommand, proposedRegions, selectedIds } from '@assay/editor';
import { Button, DropdownMenu, IconButton, Kbd } from '@assay/ui';
import { Check, CheckCheck, ChevronLeft, ChevronRight, PencilRuler, Sparkles, X } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { type MouseEvent, memo, type ReactNode, useMemo } from 'react';
import { shownKeys } from '../keys/shown-keys.ts';
import type { Drawing } from './drawing.ts';
import { backToPicture, focusPicture, VERIFY_BAR_ID } from './on-drawing.ts';
import { offeredLabels, type RegionQuestion } from './region-question.ts';
import { StateSign } from './state-sign.tsx';
import { useRevision } from './use-records.ts';
import { useSignal } from './use-signal.ts';

const REASONS = ['verify-reject', 'verify-duplicate', 'verify-not-asked'] as const;

/** What became of the proposals, the one that is looked at, and what can be said of it. Nothing where none was made. */
export const VerifyBar = memo(function VerifyBar({
  drawing,
  question,
}: {
  drawing: Drawing;
  question: RegionQuestion;
}) {
  const t = useTranslations('work.draw.verify');
  const kinds = useTranslations('work.draw.kinds');
  const unlabelled = useTranslations('work.draw')('unlabelled');
  const format = useFormatter();
  const { editor } = drawing;
  const { store } = editor;
  const revision = useRevision(editor);
  useSignal(store.signalOf('selection'));
  const proposed = useMemo(() => proposedRegions(store).sort(byDoubt), [store, revision]);
  if (proposed.length === 0) return null;

  const chosen = selectedIds(store);
  const looked = proposed.filter(({ id }) => chosen.has(id));
  const [one] = looked.length === 1 ? looked : [];
  const isAny = looked.length > 0;
  const countOf = (state: string) => proposed.filter(({ proposal }) => proposal.state === state).length;
  const open = countOf('open');
  const labels = offeredLabels(question);
  const taken = new Set(labels.flatMap(({ key }) => key ?? []));
  const keyOf = (command: EditorCommand): string | undefined =>
    editor.commands.get(command)?.keys.find((key) => !taken.has(key));
  const run = (command: EditorCommand) => (event?: MouseEvent<HTMLElement>) => {
    editor.run(command);
    backToPicture(event);
  };
  const hint = (command: EditorCommand): ReactNode => {
    const key = keyOf(command);
    return key === undefined ? null : (
      <span aria-hidden className="hidden pl-1 lg:inline">
        <Kbd keys={shownKeys(key)} />
      </span>
    );
  };
  const step = (command: EditorCommand, icon: ReactNode) => {
    const key = keyOf(command);
    return (
      <IconButton
        label={t(command as 'verify-next')}
        icon={icon}
        shortcut={key === undefined ? undefined : shownKeys(key)}
        disabled={open === 0}
        onClick={run(command)}
      />
    );
  };
  const said =
    one === undefined
      ? looked.length > 1
        ? t('several', { count: looked.length })
        : open > 0
          ? t('begin')
          : t('all')
      : [
          labels.find(({ id }) => id === one.label?.labelId)?.name ?? unlabelled,
          kinds(one.geometry.kind),
          ...(one.proposal.confidence === null
            ? []
            : [t('sure', { share: format.number(one.proposal.confidence, { style: 'percent' }) })]),
          t(`states.${one.proposal.state}`),
          ...(one.proposal.reason === null ? [] : [t(`reasons.${one.proposal.reason}`)]),
        ].join(' · ');
  return (
    <section
      id={VERIFY_BAR_ID}
      aria-label={t('title')}
      className="flex flex-col gap-2 border-b border-line bg-sunken px-3 py-2"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-sm">
        <span className="flex items-center gap-0.5">
          {step('verify-previous', <ChevronLeft aria-hidden />)}
          {step('verify-next', <ChevronRight aria-hidden />)}
        </span>
        <p role="status" className="min-w-0 flex-1 basis-48 font-medium wrap-anywhere">
          {said}
        </p>
        <Counts
          of={{ open, accepted: countOf('accepted'), fixed: countOf('fixed'), rejected: countOf('rejected') }}
        />
      </div>
      <div className="flex flex-wrap items-center gap-1.5">
        <Button size="sm" icon={<Check aria-hidden />} disabled={!isAny} onClick={run('verify-accept')}>
          {t('verify-accept')}
          {hint('verify-accept')}
        </Button>
        <Button size="sm" icon={<PencilRuler aria-hidden />} disabled={!isAny} onClick={run('verify-fix')}>
          {t('verify-fix')}
          {hint('verify-fix')}
        </Button>
        <DropdownMenu
          label={t('reject')}
          trigger={
            <Button size="sm" icon={<X aria-hidden />} disabled={!isAny}>
              {t('reject')}
            </Button>
          }
          groups={[
            {
              id: 'reasons',
              items: REASONS.map((command) => {
                const key = keyOf(command);
                return {
                  id: command,
                  label: t(command),
                  shortcut: key === undefined ? undefined : shownKeys(key),
                  onSelect: () => {
                    editor.run(command);
                    focusPicture();
                  },
                };
              }),
            },
          ]}
        />
        <Button size="sm" icon={<Sparkles aria-hidden />} disabled={!isAny} onClick={run('verify-artefact')}>
          {t('verify-artefact')}
          {hint('verify-artefact')}
        </Button>
        <span className="ml-auto">
          <IconButton
            label={t('verify-rest', { count: open })}
            icon={<CheckCheck aria-hidden />}
            shortcut={shownKeys('Shift+y')}
            disabled={open === 0}
            onClick={run('verify-rest')}
          />
        </span>
      </div>
    </section>
  );
});

const STATES = ['open', 'accepted', 'fixed', 'rejected'] as const;

/** How many proposals are in which state. */
function Counts({ of }: { of: Readonly<Record<ProposalState, number>> }) {
  const t = useTranslations('work.draw.verify');
  return (
    <p className="flex items-center gap-2.5 text-fg-secondary tabular-nums" title={t('counts', of)}>
      <span className="sr-only">{t('counts', of)}</span>
      {STATES.map((state) => (
        <span key={state} aria-hidden className="inline-flex items-center gap-1">
          <StateSign state={state} /> {of[state]}
        </span>
      ))}
    </p>
  );
}
