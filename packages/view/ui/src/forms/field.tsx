'use client';

import { CircleAlert } from 'lucide-react';
import { type ReactNode, useId, useMemo } from 'react';
import type { UiLabels } from '../labels.ts';
import { cn } from '../lib/cn.ts';
import { useLabels } from '../lib/ui-provider.tsx';
import { FieldContext } from './field-context.ts';

export type FieldProps = {
  label: ReactNode;
  /** Id for the control, so that an error summary can link to it. */
  id?: string | undefined;
  hint?: ReactNode;
  /** What is wrong and how to mend it. */
  error?: ReactNode;
  required?: boolean | undefined;
  /** Shows "optional" beside the label. */
  optional?: boolean | undefined;
  hideLabel?: boolean | undefined;
  /** Something at the end of the label's line, such as a link. */
  aside?: ReactNode;
  className?: string | undefined;
  labels?: Partial<UiLabels['common']> | undefined;
  children: ReactNode;
};

/** A labelled control with hint and error; the control inside picks up id, description and state. */
export function Field({
  label,
  id,
  hint,
  error,
  required,
  optional,
  hideLabel,
  aside,
  className,
  labels,
  children,
}: FieldProps) {
  const t = useLabels('common', labels);
  const own = useId();
  const controlId = id ?? own;
  const hasHint = hint !== undefined && hint !== null;
  const hasError = error !== undefined && error !== null && error !== false && error !== '';
  const describedBy = [hasError ? `${controlId}-error` : '', hasHint ? `${controlId}-hint` : '']
    .filter((s) => s !== '')
    .join(' ');
  const control = useMemo(
    () => ({
      id: controlId,
      'aria-describedby': describedBy === '' ? undefined : describedBy,
      'aria-invalid': hasError ? (true as const) : undefined,
      required: required === true ? true : undefined,
    }),
    [controlId, describedBy, hasError, required],
  );
  return (
    <div className={cn('flex min-w-0 flex-col gap-1.5', className)}>
      <div className={cn('flex items-baseline justify-between gap-2', hideLabel === true && 'sr-only')}>
        <label htmlFor={controlId} id={`${controlId}-label`} className="text-sm font-medium text-fg">
          {label}
          {required === true ? (
            <span aria-hidden className="text-bad-text">
              {' *'}
            </span>
          ) : null}
          {optional === true ? <span className="font-normal text-fg-muted"> ({t.optional})</span> : null}
        </label>
        {aside === undefined ? null : <span className="text-xs">{aside}</span>}
      </div>
      <FieldContext value={control}>{children}</FieldContext>
      {hasError ? (
        <p id={`${controlId}-error`} className="flex items-start gap-1.5 text-sm text-bad-text">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span>{error}</span>
        </p>
      ) : null}
      {hasHint ? (
        <p id={`${controlId}-hint`} className="text-xs text-fg-muted">
          {hint}
        </p>
      ) : null}
    </div>
  );
}
