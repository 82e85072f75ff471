'use client';

import { Check, TriangleAlert } from 'lucide-react';
import type { UiLabels } from '../labels.ts';
import { cn } from '../lib/cn.ts';
import { fill } from '../lib/fill.ts';
import { UiLink, useLabels } from '../lib/ui-provider.tsx';

export type StepState = 'done' | 'current' | 'todo' | 'error';
export type Step = {
  id: string;
  label: string;
  state: StepState;
  href?: string | undefined;
  hint?: string | undefined;
};
export type StepperProps = {
  label: string;
  steps: readonly Step[];
  labels?: Partial<UiLabels['feedback']> | undefined;
};

/** Where one stands in a sequence. On narrow screens the current step is spelled out and the rest are dots. */
export function Stepper({ label, steps, labels }: StepperProps) {
  const t = useLabels('feedback', labels);
  const current = steps.findIndex((s) => s.state === 'current' || s.state === 'error');
  const words: Record<StepState, string> = {
    done: t.stepDone,
    current: t.stepCurrent,
    todo: '',
    error: t.stepError,
  };
  return (
    <nav aria-label={label}>
      {current < 0 ? null : (
        <p aria-hidden className="mb-2 text-sm sm:hidden">
          <span className="text-fg-muted">{fill(t.stepOf, { n: current + 1, total: steps.length })}: </span>
          <span className="font-medium">{steps[current]?.label}</span>
        </p>
      )}
      <ol className="flex items-start gap-2">
        {steps.map((step, index) => (
          <li
            key={step.id}
            aria-current={step.state === 'current' ? 'step' : undefined}
            className="min-w-0 flex-1"
          >
            <span
              aria-hidden
              className={cn(
                'mb-2 block h-1 rounded-full',
                { done: 'bg-accent', current: 'bg-accent', todo: 'bg-line', error: 'bg-bad' }[step.state],
              )}
            />
            <span className="flex items-start gap-2 max-sm:sr-only">
              <Mark state={step.state} index={index} />
              <span className="min-w-0 pt-0.5">
                {step.href === undefined ? (
                  <span
                    className={cn(
                      'block text-sm',
                      step.state === 'todo' ? 'text-fg-muted' : 'font-medium text-fg',
                    )}
                  >
                    {step.label}
                  </span>
                ) : (
                  <UiLink
                    href={step.href}
                    className="inline-flex min-h-6 items-center rounded-sm text-sm font-medium text-fg hover:underline"
                  >
                    {step.label}
                  </UiLink>
                )}
                {step.hint === undefined ? null : (
                  <span className="block text-xs text-fg-muted">{step.hint}</span>
                )}
                {words[step.state] === '' ? null : <span className="sr-only"> ({words[step.state]})</span>}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Mark({ state, index }: { state: StepState; index: number }) {
  const look = {
    done: 'bg-accent text-on-accent border-accent',
    current: 'border-accent text-accent-text',
    todo: 'border-line-strong text-fg-muted',
    error: 'bg-bad text-on-bad border-bad',
  }[state];
  return (
    <span
      aria-hidden
      className={cn(
        'flex size-6 shrink-0 items-center justify-center rounded-full border text-xs font-semibold tabular-nums',
        look,
      )}
    >
      {state === 'done' ? (
        <Check className="size-3.5" />
      ) : state === 'error' ? (
        <TriangleAlert className="size-3.5" />
      ) : (
        index + 1
      )}
    </span>
  );
}
