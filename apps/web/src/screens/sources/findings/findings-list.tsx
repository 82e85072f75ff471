'use client';

import type { FindingStatus, FindingView } from '@assay/contracts';
import { Button, Callout, Card, ConfirmDialog, EmptyState, Kbd, NumberText, useHotkeys } from '@assay/ui';
import { CheckCheck, ShieldCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { DismissDialog } from './dismiss-dialog.tsx';
import { FindingRow } from './finding-row.tsx';
import { useDecide } from './use-decide.ts';

const GROUPS: readonly FindingStatus[] = ['OPEN', 'CONFIRMED', 'DISMISSED'];

/** Personal data found in a version, what waits first. j and k go through them, c and d decide. */
export function FindingsList({
  versionId,
  findings,
  mayDecide,
}: {
  versionId: string;
  findings: readonly FindingView[];
  mayDecide: boolean;
}) {
  const t = useTranslations('sources.findings');
  const decide = useDecide(versionId);
  const [dismissing, setDismissing] = useState<FindingView | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const open = findings.filter((finding) => finding.status === 'OPEN');
  const rows = () => [...(list.current?.querySelectorAll<HTMLElement>('[data-finding]') ?? [])];
  const focused = () => {
    const row = document.activeElement?.closest<HTMLElement>('[data-finding]');
    return findings.find((finding) => finding.id === row?.getAttribute('data-finding'));
  };
  const move = (step: 1 | -1) => {
    const all = rows();
    const at = all.findIndex((row) => row.contains(document.activeElement));
    const next = all[at < 0 ? (step === 1 ? 0 : all.length - 1) : at + step];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  };
  /** What was focused leaves its group: the next one is where the work goes on. */
  const focusAfter = (finding: FindingView) => {
    const all = rows();
    const at = all.findIndex((row) => row.getAttribute('data-finding') === finding.id);
    (all[at + 1] ?? all[at - 1])?.focus();
  };
  const set = (finding: FindingView, status: FindingStatus, note: string | null = null) => {
    if (decide.isPending) return;
    focusAfter(finding);
    decide.mutate({ findings: [finding], status, note });
  };
  const onFocused = (run: (finding: FindingView) => void, status: 'open' | 'decided') => () => {
    const finding = focused();
    if (finding !== undefined && mayDecide && (finding.status === 'OPEN') === (status === 'open'))
      run(finding);
  };
  useHotkeys([
    { id: 'next', keys: 'J', run: () => move(1) },
    { id: 'previous', keys: 'K', run: () => move(-1) },
    { id: 'confirm', keys: 'C', run: onFocused((finding) => set(finding, 'CONFIRMED'), 'open') },
    { id: 'dismiss', keys: 'D', run: onFocused(setDismissing, 'open') },
    { id: 'reopen', keys: 'O', run: onFocused((finding) => set(finding, 'OPEN'), 'decided') },
  ]);
  if (findings.length === 0) {
    return (
      <Card>
        <EmptyState icon={<ShieldCheck />} title={t('noneTitle')} description={t('noneBody')} />
      </Card>
    );
  }
  return (
    <div ref={list} className="flex flex-col gap-6">
      {mayDecide ? (
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-fg-muted max-sm:hidden">
            {(['j', 'k', 'c', 'd', 'o'] as const).map((key) => (
              <span key={key} className="flex items-center gap-1.5">
                <Kbd keys={key.toUpperCase()} /> {t(`keys.${key}`)}
              </span>
            ))}
          </p>
          {open.length > 1 ? (
            <ConfirmDialog
              title={t('confirmAllTitle', { count: open.length })}
              description={t('confirmAllBody')}
              confirmLabel={t('confirmAll', { count: open.length })}
              onConfirm={() => decide.mutateAsync({ findings: open, status: 'CONFIRMED', note: null })}
              trigger={
                <Button icon={<CheckCheck aria-hidden />} loading={decide.isPending}>
                  {t('confirmAll', { count: open.length })}
                </Button>
              }
            />
          ) : null}
        </div>
      ) : (
        <Callout>{t('notAllowed')}</Callout>
      )}
      {GROUPS.map((status) => {
        const group = findings.filter((finding) => finding.status === status);
        if (group.length === 0) return null;
        return (
          <Card
            key={status}
            flush
            title={
              <>
                {t(`group.${status}.title`)}{' '}
                <span className="font-normal text-fg-muted">
                  <NumberText value={group.length} />
                </span>
              </>
            }
            description={t(`group.${status}.body`)}
          >
            <ul className="divide-y divide-line">
              {group.map((finding) => (
                <FindingRow
                  key={finding.id}
                  finding={finding}
                  mayDecide={mayDecide}
                  pending={decide.isPending}
                  onConfirm={() => set(finding, 'CONFIRMED')}
                  onDismiss={() => setDismissing(finding)}
                  onReopen={() => set(finding, 'OPEN')}
                />
              ))}
            </ul>
          </Card>
        );
      })}
      <DismissDialog
        finding={dismissing}
        onClose={() => setDismissing(null)}
        onDismiss={(note) => {
          if (dismissing !== null) set(dismissing, 'DISMISSED', note);
          setDismissing(null);
        }}
      />
    </div>
  );
}
