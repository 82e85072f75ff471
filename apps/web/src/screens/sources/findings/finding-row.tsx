'use client';

import type { FindingView } from '@assay/contracts';
import { Button, DateTime, formatShare, useUi } from '@assay/ui';
import { Check, RotateCcw, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

type Props = {
  finding: FindingView;
  mayDecide: boolean;
  pending: boolean;
  onConfirm: () => void;
  onDismiss: () => void;
  onReopen: () => void;
};

/** One finding: what, where, how much of it, why it is thought so, and what was decided. */
export function FindingRow({ finding, mayDecide, pending, onConfirm, onDismiss, onReopen }: Props) {
  const t = useTranslations('sources.findings');
  const { locale } = useUi();
  const open = finding.status === 'OPEN';
  return (
    <li
      data-finding={finding.id}
      tabIndex={-1}
      aria-label={t('rowLabel', { kind: t(`kind.${finding.kind}.name`), column: finding.column })}
      className="ring-inside flex flex-wrap items-start justify-between gap-x-6 gap-y-3 px-4 py-4 focus:bg-selected sm:px-5"
    >
      <div className="min-w-0 flex-1 basis-72 space-y-1">
        <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
          <span className="font-semibold">{t(`kind.${finding.kind}.name`)}</span>
          <span className="text-fg-secondary">{t('in')}</span>
          <span className="font-mono wrap-anywhere">{finding.column}</span>
          {finding.columnLabel === '' || finding.columnLabel === finding.column ? null : (
            <span className="text-fg-muted">{finding.columnLabel}</span>
          )}
        </p>
        <p className="text-sm text-fg-secondary">{t(`kind.${finding.kind}.hint`)}</p>
        <dl className="flex flex-wrap gap-x-5 gap-y-1 pt-1 text-xs text-fg-secondary">
          <Fact term={t('share')}>
            {finding.scanned === 0 ? '–' : formatShare(finding.matched, finding.scanned, locale, 1)}{' '}
            <span className="text-fg-muted">
              {t('ofValues', { matched: finding.matched, scanned: finding.scanned })}
            </span>
          </Fact>
          <Fact term={t('foundBy')}>{t(`evidence.${finding.evidence}`)}</Fact>
          {finding.example === null ? null : (
            <Fact term={t('example')}>
              <code className="font-mono wrap-anywhere">{finding.example}</code>
            </Fact>
          )}
        </dl>
        <p className="text-xs text-fg-muted wrap-anywhere">{finding.reason}</p>
        {finding.decidedAt === null || finding.status === 'OPEN' ? null : (
          <p className="text-xs text-fg-muted">
            {t(`decided.${finding.status}`)} <DateTime at={finding.decidedAt} />
            {finding.note === null || finding.note === '' ? null : <>: {finding.note}</>}
          </p>
        )}
      </div>
      {mayDecide ? (
        <div className="flex flex-wrap gap-2">
          {open ? (
            <>
              <Button size="sm" icon={<Check aria-hidden />} disabled={pending} onClick={onConfirm}>
                {t('confirm')}
              </Button>
              <Button
                size="sm"
                variant="quiet"
                icon={<X aria-hidden />}
                disabled={pending}
                onClick={onDismiss}
              >
                {t('dismiss')}
              </Button>
            </>
          ) : (
            <Button
              size="sm"
              variant="quiet"
              icon={<RotateCcw aria-hidden />}
              disabled={pending}
              onClick={onReopen}
            >
              {t('reopen')}
            </Button>
          )}
        </div>
      ) : null}
    </li>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="flex gap-1.5">
      <dt className="text-fg-muted">{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
