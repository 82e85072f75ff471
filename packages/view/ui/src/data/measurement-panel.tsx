'use client';

import type { ReactNode } from 'react';
import { TextLink } from '../actions/text-link.tsx';
import { Sparkline } from '../charts/sparkline.tsx';
import { Callout } from '../feedback/callout.tsx';
import type { UiLabels } from '../labels.ts';
import { fill } from '../lib/fill.ts';
import { formatInterval, formatNumber, type NumberStyle } from '../lib/format.ts';
import { useLabels, useUi } from '../lib/ui-provider.tsx';
import { KeyValue, type KeyValueItem } from './key-value.tsx';
import { DateTime } from './moment.tsx';

export type MeasurementHistoryPoint = { at: string | number; value: number };

export type MeasurementPanelProps = {
  name: string;
  definition: ReactNode;
  method: ReactNode;
  version?: string | undefined;
  /** Names and hashes of what was read. */
  inputs: readonly { label: string; detail?: string | undefined; href?: string | undefined }[];
  n?: number | undefined;
  value: number | null;
  /** Why there is no value. */
  reason?: string | undefined;
  unit?: string | undefined;
  format?: NumberStyle | undefined;
  digits?: number | undefined;
  interval?: { low: number; high: number; level?: number | undefined } | undefined;
  noIntervalReason?: string | undefined;
  computedAt?: string | number | undefined;
  history?: readonly MeasurementHistoryPoint[] | undefined;
  children?: ReactNode;
  labels?: Partial<UiLabels['measure']> | undefined;
};

/** "What is this number": put it in a Sheet or a Popover. */
export function MeasurementPanel(props: MeasurementPanelProps) {
  const t = useLabels('measure', props.labels);
  const { locale } = useUi();
  const number = (value: number) => formatNumber(value, locale, props.format, props.digits);
  const items: KeyValueItem[] = [
    { key: 'definition', label: t.definition, value: props.definition },
    {
      key: 'method',
      label: t.method,
      value: props.method,
      hint: props.version === undefined ? undefined : `${t.version} ${props.version}`,
    },
    { key: 'inputs', label: t.inputs, value: <Inputs inputs={props.inputs} /> },
  ];
  if (props.n !== undefined)
    items.push({ key: 'n', label: t.countLong, value: formatNumber(props.n, locale) });
  if (props.interval !== undefined) {
    const { low, high, level } = props.interval;
    items.push({
      key: 'interval',
      label: t.interval,
      value: (
        <span className="tabular-nums">{formatInterval(low, high, locale, props.format, props.digits)}</span>
      ),
      hint:
        level === undefined
          ? undefined
          : fill(t.intervalLevel, { level: formatNumber(level, locale, 'percent') }),
    });
  } else if (props.noIntervalReason !== undefined) {
    items.push({
      key: 'interval',
      label: t.interval,
      value: fill(t.noInterval, { reason: props.noIntervalReason }),
    });
  }
  if (props.computedAt !== undefined) {
    items.push({ key: 'at', label: t.computedAt, value: <DateTime at={props.computedAt} /> });
  }
  const history = props.history ?? [];
  return (
    <div className="space-y-4">
      <div>
        <p className="text-sm text-fg-secondary">{props.name}</p>
        {props.value === null ? (
          <Callout tone="warn" title={t.notAvailable} className="mt-2">
            {props.reason}
          </Callout>
        ) : (
          <p className="text-2xl font-semibold tracking-tight tabular-nums">
            {number(props.value)}
            {props.unit === undefined ? null : (
              <span className="ml-1 text-sm font-medium text-fg-muted">{props.unit}</span>
            )}
          </p>
        )}
      </div>
      <KeyValue items={items} stacked />
      {history.length < 2 ? null : (
        <section aria-label={t.history}>
          <h3 className="mb-1 text-sm text-fg-muted">{t.history}</h3>
          <Sparkline
            values={history.map((h) => h.value)}
            label={`${t.history}: ${props.name}`}
            height={48}
            wide
            format={number}
          />
        </section>
      )}
      {props.children}
    </div>
  );
}

function Inputs({ inputs }: Pick<MeasurementPanelProps, 'inputs'>) {
  return (
    <ul className="space-y-1">
      {inputs.map((input) => (
        <li key={`${input.label}${input.detail ?? ''}`}>
          {input.href === undefined ? input.label : <TextLink href={input.href}>{input.label}</TextLink>}
          {input.detail === undefined ? null : (
            <code className="block font-mono text-xs text-fg-muted wrap-anywhere">{input.detail}</code>
          )}
        </li>
      ))}
    </ul>
  );
}
