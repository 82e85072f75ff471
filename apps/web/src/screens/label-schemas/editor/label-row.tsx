'use client';

import { type Label, type LabelSchemaProblem, labelColours } from '@assay/contracts';
import { Badge, DropdownMenu, Field, IconButton, Input } from '@assay/ui';
import {
  ArrowDown,
  ArrowUp,
  Ban,
  ChevronDown,
  ChevronRight,
  EllipsisVertical,
  IndentDecrease,
  IndentIncrease,
  RotateCcw,
  X,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FieldProblems } from '../../recipes/editor/field-problems.tsx';
import { ColourDot } from '../label-colour.tsx';
import { KeyInput } from './key-input.tsx';
import { LabelDetails } from './label-details.tsx';

const MOST_INDENT = 6;

/** One label: colour, name and key in a line, the rest behind its arrow. */
export function LabelRow({
  label,
  depth,
  first,
  last,
  saved,
  savedIds,
  field,
  problems,
  disabled,
  onChange,
  onAdd,
  onMove,
  onIndent,
  onOutdent,
  onRemove,
}: {
  label: Label;
  depth: number;
  /** Whether it is the first, or the last, below its parent. */
  first: boolean;
  last: boolean;
  /** Whether a saved version has it, so that answers may hold it. */
  saved: boolean;
  savedIds: ReadonlySet<string>;
  field: string;
  problems: readonly LabelSchemaProblem[];
  disabled: boolean;
  onChange: (label: Label) => void;
  onAdd: () => void;
  onMove: (by: -1 | 1) => void;
  onIndent: () => void;
  onOutdent: () => void;
  onRemove: () => void;
}) {
  const t = useTranslations('labelSchemas.editor');
  const colours = useTranslations('labelSchemas.colours');
  const [open, setOpen] = useState(false);
  const name = label.name === '' ? t('unnamed') : label.name;
  const moves: Record<string, () => void> = {
    ArrowUp: () => onMove(-1),
    ArrowDown: () => onMove(1),
    ArrowRight: onIndent,
    ArrowLeft: onOutdent,
  };
  const inside = problems.filter((each) => each.field.startsWith(`${field}.attributes`));
  return (
    <li
      className="flex flex-col gap-1.5"
      style={{ paddingInlineStart: `${Math.min(depth, MOST_INDENT) * 1.25}rem` }}
    >
      <div className="flex items-center gap-1.5">
        <IconButton
          label={open ? t('closeDetails', { name }) : t('openDetails', { name })}
          icon={open ? <ChevronDown aria-hidden /> : <ChevronRight aria-hidden />}
          size="sm"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        />
        <DropdownMenu
          label={t('colourOf', { name })}
          align="start"
          trigger={
            <IconButton
              label={t('colourNow', { name, colour: colours(label.colour) })}
              size="sm"
              disabled={disabled}
              icon={<ColourDot colour={label.colour} className="size-4" />}
            />
          }
          groups={[
            {
              id: 'colours',
              items: labelColours.map((colour) => ({
                id: colour,
                label: colours(colour),
                icon: <ColourDot colour={colour} />,
                checked: colour === label.colour,
                onSelect: () => onChange({ ...label, colour }),
              })),
            },
          ]}
        />
        <Field label={t('labelName')} hideLabel id={`part-${label.id}`} className="flex-1">
          <Input
            value={label.name}
            maxLength={120}
            placeholder={t('labelPlaceholder')}
            className={label.deprecated ? 'line-through' : undefined}
            onChange={(event) => onChange({ ...label, name: event.target.value })}
            onKeyDown={(event) => {
              const move = event.altKey ? moves[event.key] : undefined;
              if (event.key === 'Enter') {
                event.preventDefault();
                onAdd();
              } else if (move !== undefined) {
                event.preventDefault();
                move();
              }
            }}
          />
        </Field>
        {label.deprecated ? (
          <span className="max-sm:sr-only">
            <Badge tone="warn">{t('deprecated')}</Badge>
          </span>
        ) : null}
        {label.attributes.length === 0 || open ? null : (
          <span className="hidden text-xs text-fg-muted sm:inline">
            {t('attributesCount', { count: label.attributes.length })}
          </span>
        )}
        <KeyInput
          name={name}
          value={label.key}
          invalid={problems.some((each) => each.field === `${field}.key`)}
          onChange={(key) => onChange({ ...label, key })}
        />
        {disabled ? null : (
          <DropdownMenu
            label={t('more', { name })}
            trigger={<IconButton label={t('more', { name })} icon={<EllipsisVertical aria-hidden />} />}
            groups={[
              {
                id: 'move',
                items: [
                  {
                    id: 'up',
                    label: t('moveUp'),
                    icon: <ArrowUp aria-hidden />,
                    shortcut: 'Alt+↑',
                    disabled: first,
                    onSelect: () => onMove(-1),
                  },
                  {
                    id: 'down',
                    label: t('moveDown'),
                    icon: <ArrowDown aria-hidden />,
                    shortcut: 'Alt+↓',
                    disabled: last,
                    onSelect: () => onMove(1),
                  },
                  {
                    id: 'indent',
                    label: t('indent'),
                    icon: <IndentIncrease aria-hidden />,
                    shortcut: 'Alt+→',
                    disabled: first,
                    onSelect: onIndent,
                  },
                  {
                    id: 'outdent',
                    label: t('outdent'),
                    icon: <IndentDecrease aria-hidden />,
                    shortcut: 'Alt+←',
                    disabled: depth === 0,
                    onSelect: onOutdent,
                  },
                ],
              },
              {
                id: 'end',
                items: [
                  saved
                    ? {
                        id: 'deprecate',
                        label: label.deprecated ? t('takeBack') : t('deprecate'),
                        icon: label.deprecated ? <RotateCcw aria-hidden /> : <Ban aria-hidden />,
                        onSelect: () => onChange({ ...label, deprecated: !label.deprecated }),
                      }
                    : {
                        id: 'remove',
                        label: t('remove'),
                        icon: <X aria-hidden />,
                        destructive: true,
                        onSelect: onRemove,
                      },
                ],
              },
            ]}
          />
        )}
      </div>
      <FieldProblems problems={open ? problems.filter((each) => !inside.includes(each)) : problems} />
      {open ? (
        <LabelDetails
          label={label}
          field={field}
          problems={inside}
          savedIds={savedIds}
          disabled={disabled}
          onChange={onChange}
        />
      ) : null}
    </li>
  );
}
