'use client';

import { type LabelAttribute, type LabelSchemaProblem, MOST_LABEL_TEXT } from '@assay/contracts';
import { Badge, Checkbox, Field, IconButton, Input } from '@assay/ui';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { FieldProblems } from '../../recipes/editor/field-problems.tsx';
import { NumberField } from './number-field.tsx';
import { OptionsField } from './options-field.tsx';

/** One attribute of a label: its name, whether it must be given, and which values it takes. */
export function AttributeFields({
  attribute,
  number,
  problems,
  savedIds,
  disabled,
  onChange,
  onRemove,
}: {
  attribute: LabelAttribute;
  number: number;
  problems: readonly LabelSchemaProblem[];
  savedIds: ReadonlySet<string>;
  disabled: boolean;
  onChange: (attribute: LabelAttribute) => void;
  onRemove: () => void;
}) {
  const t = useTranslations('labelSchemas.editor');
  return (
    <fieldset disabled={disabled} className="flex min-w-0 flex-col gap-3 rounded-md border border-line p-3">
      <legend className="sr-only">{t('attribute', { number })}</legend>
      <div className="flex items-end gap-2">
        <Field
          label={t('attributeName')}
          id={`part-${attribute.id}`}
          className="flex-1"
          aside={<Badge>{t(`attributeKinds.${attribute.kind}`)}</Badge>}
        >
          <Input
            value={attribute.name}
            maxLength={120}
            onChange={(event) => onChange({ ...attribute, name: event.target.value })}
          />
        </Field>
        {disabled ? null : (
          <IconButton label={t('removeAttribute', { number })} icon={<X aria-hidden />} onClick={onRemove} />
        )}
      </div>
      <Checkbox
        label={t('attributeRequired')}
        checked={attribute.required}
        disabled={disabled}
        onChange={(required) => onChange({ ...attribute, required })}
      />
      {attribute.kind === 'number' ? (
        <>
          <div className="grid grid-cols-2 gap-3">
            {(['min', 'max'] as const).map((end) => (
              <NumberField
                key={end}
                label={t(`numbers.${end}`)}
                value={attribute[end]}
                integer={false}
                empty
                disabled={disabled}
                onChange={(value) => onChange({ ...attribute, [end]: value })}
              />
            ))}
          </div>
          <Checkbox
            label={t('numbers.integer')}
            checked={attribute.integer}
            disabled={disabled}
            onChange={(integer) => onChange({ ...attribute, integer })}
          />
        </>
      ) : null}
      {attribute.kind === 'text' ? (
        <NumberField
          label={t('text.maxLength')}
          value={attribute.maxLength}
          min={1}
          max={MOST_LABEL_TEXT}
          disabled={disabled}
          onChange={(maxLength) => (maxLength === null ? undefined : onChange({ ...attribute, maxLength }))}
        />
      ) : null}
      {attribute.kind === 'single' ? (
        <OptionsField
          options={attribute.options}
          savedIds={savedIds}
          disabled={disabled}
          onChange={(options) => onChange({ ...attribute, options })}
        />
      ) : null}
      <FieldProblems problems={problems} />
    </fieldset>
  );
}
