'use client';

import { useEffect, useRef } from 'react';
import type { UiLabels } from '../labels.ts';
import { fill } from '../lib/fill.ts';
import { ToneIcon } from '../lib/tone.tsx';
import { useLabels } from '../lib/ui-provider.tsx';

export type FormError = { fieldId?: string | undefined; message: string };
export type FormErrorSummaryProps = {
  errors: readonly FormError[];
  labels?: Partial<UiLabels['form']> | undefined;
};

/** What is wrong with a form, with a way to each entry; takes the focus when errors appear. */
export function FormErrorSummary({ errors, labels }: FormErrorSummaryProps) {
  const t = useLabels('form', labels);
  const box = useRef<HTMLDivElement>(null);
  const present = errors.length > 0;
  useEffect(() => {
    if (present) box.current?.focus();
  }, [present]);
  if (!present) return null;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="flex gap-3 rounded-lg border border-bad-line bg-bad-soft px-4 py-3 text-sm text-bad-text"
    >
      <ToneIcon tone="bad" className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0">
        <p className="font-semibold">
          {errors.length === 1 ? t.summaryOne : fill(t.summaryMany, { n: errors.length })}
        </p>
        <ul className="mt-1 space-y-1">
          {errors.map((error) => (
            <li key={`${error.fieldId ?? ''}${error.message}`}>
              {error.fieldId === undefined ? (
                error.message
              ) : (
                <a
                  href={`#${error.fieldId}`}
                  className="inline-flex min-h-6 items-center rounded-sm underline underline-offset-2"
                  onClick={(event) => {
                    event.preventDefault();
                    document.getElementById(error.fieldId ?? '')?.focus();
                  }}
                >
                  {error.message}
                </a>
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
