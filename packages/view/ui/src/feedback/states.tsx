'use client';

import { RotateCcw } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../actions/button.tsx';
import { CopyButton } from '../actions/copy-button.tsx';
import type { UiLabels } from '../labels.ts';
import { cn } from '../lib/cn.ts';
import { ToneIcon } from '../lib/tone.tsx';
import { useLabels } from '../lib/ui-provider.tsx';

export type EmptyStateProps = {
  icon?: ReactNode;
  title: ReactNode;
  /** Why it is empty, and what will stand here. */
  description?: ReactNode;
  /** The next thing to do. */
  action?: ReactNode;
  compact?: boolean | undefined;
  className?: string | undefined;
};

export function EmptyState({
  icon,
  title,
  description,
  action,
  compact = false,
  className,
}: EmptyStateProps) {
  return (
    <div
      className={cn(
        'flex flex-col items-center justify-center text-center',
        compact ? 'gap-2 px-4 py-6' : 'gap-3 px-6 py-12',
        className,
      )}
    >
      {icon === undefined ? null : (
        <span
          aria-hidden
          className="flex size-11 items-center justify-center rounded-xl bg-accent-soft text-accent-text [&_svg]:size-5"
        >
          {icon}
        </span>
      )}
      <div>
        <p className="text-base font-semibold text-fg text-balance">{title}</p>
        {description === undefined ? null : (
          <div className="mx-auto mt-1 max-w-md text-sm text-fg-secondary text-pretty">{description}</div>
        )}
      </div>
      {action === undefined ? null : <div className="mt-1 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}

export type ErrorStateProps = {
  /** What happened. */
  title: ReactNode;
  description?: ReactNode;
  /** What was kept. */
  kept?: ReactNode;
  /** What to do next. */
  next?: ReactNode;
  onRetry?: (() => void) | undefined;
  retrying?: boolean | undefined;
  /** The id under which the log knows it. */
  reference?: string | undefined;
  actions?: ReactNode;
  className?: string | undefined;
  labels?: Partial<UiLabels['feedback'] & UiLabels['common']> | undefined;
};

export function ErrorState({
  title,
  description,
  kept,
  next,
  onRetry,
  retrying,
  reference,
  actions,
  className,
  labels,
}: ErrorStateProps) {
  const t = { ...useLabels('feedback'), ...useLabels('common'), ...labels };
  return (
    <div role="alert" className={cn('rounded-lg border border-bad-line bg-surface p-5', className)}>
      <div className="flex gap-3">
        <ToneIcon tone="bad" className="mt-0.5 size-5 shrink-0 text-bad-text" />
        <div className="min-w-0 flex-1 space-y-3 text-sm">
          <div>
            <p className="text-base font-semibold text-fg">{title}</p>
            {description === undefined ? null : (
              <div className="mt-1 text-fg-secondary wrap-anywhere">{description}</div>
            )}
          </div>
          {kept === undefined && next === undefined ? null : (
            <dl className="space-y-2">
              {kept === undefined ? null : <Fact term={t.kept}>{kept}</Fact>}
              {next === undefined ? null : <Fact term={t.next}>{next}</Fact>}
            </dl>
          )}
          {onRetry === undefined && actions === undefined ? null : (
            <div className="flex flex-wrap gap-2">
              {onRetry === undefined ? null : (
                <Button
                  variant="primary"
                  icon={<RotateCcw aria-hidden />}
                  onClick={onRetry}
                  loading={retrying === true}
                >
                  {t.retry}
                </Button>
              )}
              {actions}
            </div>
          )}
          {reference === undefined ? null : (
            <p className="flex flex-wrap items-center gap-x-2 text-xs text-fg-muted">
              {t.reference} <code className="font-mono wrap-anywhere">{reference}</code>
              <CopyButton text={reference} />
            </p>
          )}
        </div>
      </div>
    </div>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt className="font-medium text-fg">{term}</dt>
      <dd className="text-fg-secondary">{children}</dd>
    </div>
  );
}
