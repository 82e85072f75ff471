'use client';

import { Minus, Plus } from 'lucide-react';
import { type ComponentProps, useRef } from 'react';
import type { UiLabels } from '../labels.ts';
import { cn } from '../lib/cn.ts';
import { useLabels } from '../lib/ui-provider.tsx';
import { controlStyle } from './control-style.ts';
import { useFieldControl } from './field-context.ts';

export type NumberInputProps = Omit<ComponentProps<'input'>, 'type' | 'value' | 'onChange'> & {
  value?: number | null | undefined;
  /** `null` when it is empty or not a number. */
  onChange?: ((value: number | null) => void) | undefined;
  unit?: string | undefined;
  steppers?: boolean | undefined;
  labels?: Partial<UiLabels['form']> | undefined;
};

export function NumberInput({
  value,
  onChange,
  unit,
  steppers = true,
  labels,
  className,
  ...own
}: NumberInputProps) {
  const t = useLabels('form', labels);
  const props = useFieldControl(own);
  const input = useRef<HTMLInputElement>(null);
  const report = (element: HTMLInputElement) =>
    onChange?.(Number.isNaN(element.valueAsNumber) ? null : element.valueAsNumber);
  const step = (up: boolean) => {
    const element = input.current;
    if (element === null) return;
    if (up) element.stepUp();
    else element.stepDown();
    report(element);
  };
  const stepper =
    'ring-inside flex w-9 items-center justify-center text-fg-secondary hover:bg-hover disabled:opacity-55 [&_svg]:size-4 tap';
  return (
    <span className={cn('relative flex min-w-0 items-stretch', className)}>
      <span className="relative flex min-w-0 flex-1 items-center">
        <input
          inputMode="decimal"
          {...props}
          ref={input}
          type="number"
          {...(value === undefined ? {} : { value: value ?? '' })}
          onChange={(event) => report(event.currentTarget)}
          className={cn(
            controlStyle,
            'h-9 tabular-nums [appearance:textfield] [&::-webkit-inner-spin-button]:appearance-none',
            steppers && 'rounded-r-none',
            unit !== undefined && 'pr-14',
          )}
        />
        {unit === undefined ? null : (
          <span className="pointer-events-none absolute right-3 text-sm text-fg-muted">{unit}</span>
        )}
      </span>
      {steppers ? (
        <span className="flex h-9 divide-x divide-line-strong overflow-hidden rounded-r-md border border-l-0 border-line-strong bg-surface pointer-coarse:h-11">
          <button
            type="button"
            tabIndex={-1}
            aria-label={t.decrease}
            disabled={props.disabled}
            onClick={() => step(false)}
            className={stepper}
          >
            <Minus aria-hidden />
          </button>
          <button
            type="button"
            tabIndex={-1}
            aria-label={t.increase}
            disabled={props.disabled}
            onClick={() => step(true)}
            className={stepper}
          >
            <Plus aria-hidden />
          </button>
        </span>
      ) : null}
    </span>
  );
}
