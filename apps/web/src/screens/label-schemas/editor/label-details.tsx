'use client';

import type { Label, LabelAttributeKind, LabelSchemaProblem, RegionLabel } from '@assay/contracts';
import { Button, DropdownMenu, Field, Textarea } from '@assay/ui';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { newAttribute } from '../new-parts.ts';
import { problemsAt } from '../read-schema.ts';
import { AttributeFields } from './attribute-fields.tsx';
import { ShapeFields } from './shape-fields.tsx';
import { useRefocus } from './use-refocus.ts';

const KINDS: readonly LabelAttributeKind[] = ['boolean', 'single', 'number', 'text'];

const isDrawn = (label: Label): label is RegionLabel => 'shapes' in label;

/** What a label means, and what is asked once it is chosen. */
export function LabelDetails({
  label,
  field,
  problems,
  savedIds,
  disabled,
  onChange,
}: {
  label: Label;
  field: string;
  problems: readonly LabelSchemaProblem[];
  savedIds: ReadonlySet<string>;
  disabled: boolean;
  onChange: (label: Label) => void;
}) {
  const t = useTranslations('labelSchemas.editor');
  const refocus = useRefocus();
  const { attributes } = label;
  return (
    <div className="ml-4 flex flex-col gap-3 border-l-2 border-line pl-4">
      <Field label={t('description')} optional hint={t('descriptionHint')}>
        <Textarea
          rows={2}
          value={label.description}
          maxLength={2000}
          onChange={(event) => onChange({ ...label, description: event.target.value })}
        />
      </Field>
      {isDrawn(label) ? (
        <ShapeFields
          label={label}
          field={field}
          problems={problems}
          disabled={disabled}
          onChange={onChange}
        />
      ) : null}
      {attributes.map((attribute, at) => (
        <AttributeFields
          key={attribute.id}
          attribute={attribute}
          number={at + 1}
          problems={problemsAt(problems, `${field}.attributes.${at}`)}
          savedIds={savedIds}
          disabled={disabled}
          onChange={(next) =>
            onChange({ ...label, attributes: attributes.map((each) => (each.id === next.id ? next : each)) })
          }
          onRemove={() =>
            onChange({ ...label, attributes: attributes.filter((each) => each.id !== attribute.id) })
          }
        />
      ))}
      {disabled || attributes.length >= 20 ? null : (
        <div>
          <DropdownMenu
            label={t('addAttribute')}
            align="start"
            trigger={
              <Button size="sm" icon={<Plus aria-hidden />}>
                {t('addAttribute')}
              </Button>
            }
            groups={[
              {
                id: 'kinds',
                items: KINDS.map((kind) => ({
                  id: kind,
                  label: t(`attributeKinds.${kind}`),
                  onSelect: () => {
                    const added = newAttribute(kind);
                    onChange({ ...label, attributes: [...attributes, added] });
                    refocus(`part-${added.id}`);
                  },
                })),
              },
            ]}
          />
        </div>
      )}
    </div>
  );
}
