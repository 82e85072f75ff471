'use client';

import { type Bound, type Gate, gateMetrics } from '@assay/contracts';
import { Button, Checkbox, Field, IconButton, Input, NumberInput } from '@assay/ui';
import { Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { GateName } from '../reports/gate-name.tsx';

type Props = { gate: Gate; onChange: (gate: Gate) => void; onRemove: () => void };

/** One gate: where green and amber end, and whether red blocks. */
export function GateEditor({ gate, onChange, onRemove }: Props) {
  const t = useTranslations('policies.editor');
  const metric = gateMetrics[gate.metric];
  const { amber: _amber, ...withoutAmber } = gate;
  const { slice: _slice, ...withoutSlice } = gate;
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="float-left w-full">
        <span className="flex items-start justify-between gap-3">
          <span className="min-w-0">
            <span className="text-sm font-medium text-fg">
              <GateName name={metric.name} metric={gate.metric} />
            </span>
            <span className="block text-xs text-fg-muted">
              {t(metric.better === 'higher' ? 'higher' : 'lower')}
              {metric.needs.length === 0
                ? null
                : ` ${t('needs', { inputs: metric.needs.map((need) => t(`inputs.${need}`)).join(', ') })}`}
            </span>
          </span>
          <IconButton
            size="sm"
            label={t('remove', { gate: metric.name })}
            icon={<Trash2 aria-hidden />}
            onClick={onRemove}
          />
        </span>
      </legend>
      <div className="clear-both grid gap-x-6 gap-y-3 lg:grid-cols-[1fr_1fr_11rem]">
        <BoundFields
          name={t('green')}
          bound={gate.green}
          onChange={(green) => onChange({ ...gate, green })}
        />
        {gate.amber === undefined ? (
          <div className="flex items-end">
            <Button size="sm" onClick={() => onChange({ ...gate, amber: gate.green })}>
              {t('addAmber')}
            </Button>
          </div>
        ) : (
          <div className="flex min-w-0 flex-col gap-1">
            <BoundFields
              name={t('amber')}
              bound={gate.amber}
              onChange={(amber) => onChange({ ...gate, amber })}
            />
            <div className="-ml-2">
              <Button variant="quiet" size="sm" onClick={() => onChange(withoutAmber)}>
                {t('noAmber')}
              </Button>
            </div>
          </div>
        )}
        <div className="flex flex-col gap-3">
          {metric.sliced ? (
            <Field label={t('slice')}>
              <Input
                value={gate.slice ?? ''}
                placeholder={t('worst')}
                onChange={(event) => {
                  const slice = event.currentTarget.value;
                  onChange(slice === '' ? withoutSlice : { ...gate, slice });
                }}
              />
            </Field>
          ) : null}
          <Checkbox
            label={t('blocking')}
            checked={gate.blocking}
            onChange={(blocking) => onChange({ ...gate, blocking })}
          />
        </div>
      </div>
    </fieldset>
  );
}

function BoundFields({
  name,
  bound,
  onChange,
}: {
  name: string;
  bound: Bound;
  onChange: (bound: Bound) => void;
}) {
  const t = useTranslations('policies.editor');
  return (
    <div className="grid grid-cols-2 gap-2">
      <Field label={t('plus', { colour: name })}>
        <NumberInput
          value={bound.plus}
          step="any"
          steppers={false}
          onChange={(plus) => (plus === null ? undefined : onChange({ ...bound, plus }))}
        />
      </Field>
      <Field label={t('times')}>
        <NumberInput
          value={bound.times}
          min={0}
          step="any"
          steppers={false}
          onChange={(times) => (times === null ? undefined : onChange({ ...bound, times }))}
        />
      </Field>
    </div>
  );
}
