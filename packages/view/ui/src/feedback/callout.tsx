'use client';

import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../actions/icon-button.tsx';
import type { UiLabels } from '../labels.ts';
import { cn } from '../lib/cn.ts';
import { type Tone, ToneIcon, toneSoft } from '../lib/tone.tsx';
import { useLabels } from '../lib/ui-provider.tsx';

export type CalloutProps = {
  tone?: Exclude<Tone, 'neutral' | 'accent'> | undefined;
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  onDismiss?: (() => void) | undefined;
  /** Said aloud when it appears: "alert" at once, "status" when there is a pause. */
  announce?: 'alert' | 'status' | undefined;
  className?: string | undefined;
  labels?: Partial<UiLabels['feedback'] & UiLabels['common']> | undefined;
};

/** A note inside the page. */
export function Callout({
  tone = 'info',
  title,
  children,
  actions,
  onDismiss,
  announce,
  className,
  labels,
}: CalloutProps) {
  const t = { ...useLabels('feedback'), ...useLabels('common'), ...labels };
  const role = announce ?? (tone === 'bad' ? 'alert' : undefined);
  return (
    <div
      role={role}
      className={cn('flex gap-3 rounded-lg border px-4 py-3 text-sm', toneSoft[tone], className)}
    >
      <span className="mt-0.5 shrink-0">
        <ToneIcon tone={tone} className="size-4" />
        <span className="sr-only">{t[tone]}: </span>
      </span>
      <div className="min-w-0 flex-1 space-y-1">
        {title === undefined ? null : <p className="font-semibold">{title}</p>}
        {children === undefined ? null : <div className="text-fg wrap-anywhere">{children}</div>}
        {actions === undefined ? null : <div className="flex flex-wrap gap-2 pt-2">{actions}</div>}
      </div>
      {onDismiss === undefined ? null : (
        <IconButton
          label={t.dismiss}
          icon={<X aria-hidden />}
          size="sm"
          onClick={onDismiss}
          className="-my-1.5 -mr-2"
        />
      )}
    </div>
  );
}

/** A callout over the full width of the page or the app. */
export function Banner({ className, ...props }: CalloutProps) {
  return <Callout {...props} className={cn('rounded-none border-x-0', className)} />;
}
