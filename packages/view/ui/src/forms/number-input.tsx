'use client';

import { Minus, Plus } from 'lucide-react';
import { type ComponentProps, useEffect, useRef, useState } from 'react';
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

/** What is typed, what was reported of it, and the value that stood when it was. */
type Typed = { text: string; reported: number | null; stood: number | null | undefined };

/**
 * A number. What is being typed stays in the field as it is typed, also where it is no number yet, or one that is not
 * taken: emptied it can be filled anew. Left, the field shows the value that stands.
 */
export function NumberInput({
  value,
  onChange,
  onBlur,
  unit,
  steppers = true,
  labels,
  className,
  ...own
}: NumberInputProps) {
  const t = useLabels('form', labels);
  const props = useFieldControl(own);
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<Typed | null>(null);
  useEffect(() => {
    setTyped((now) => {
      if (now === null || now.stood === value) return now;
      // Once it was taken, whatever else comes (a form that is emptied) comes from elsewhere.
      return now.reported === value ? { ...now, stood: value } : null;
    });
  }, [value]);
  const isOwn = typed !== null && (value === typed.stood || value === typed.reported);
  const numberOf = (element: HTMLInputElement) =>
    Number.isNaN(element.valueAsNumber) ? null : element.valueAsNumber;
  const report = (element: HTMLInputElement) => onChange?.(numberOf(element));
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
          {...(value === undefined ? {} : { value: isOwn ? typed.text : (value ?? '') })}
          onChange={({ currentTarget }) => {
            setTyped({ text: currentTarget.value, reported: numberOf(currentTarget), stood: value });
            report(currentTarget);
          }}
          onBlur={(event) => {
            setTyped(null);
            onBlur?.(event);
          }}
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
