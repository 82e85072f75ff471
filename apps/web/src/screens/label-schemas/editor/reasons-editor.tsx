'use client';

import type { CellReason, LabelSchemaProblem } from '@assay/contracts';
import { Badge, Button, DropdownMenu, Field, IconButton, Input } from '@assay/ui';
import { ArrowDown, ArrowUp, Ban, EllipsisVertical, Plus, RotateCcw, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { FieldProblems } from '../../recipes/editor/field-problems.tsx';
import { moveItem } from '../edit-labels.ts';
import { newReason } from '../new-parts.ts';
import { problemsAt } from '../read-schema.ts';
import { KeyInput } from './key-input.tsx';
import { useRefocus } from './use-refocus.ts';

/** Why a cell can be flagged, each reason with its key. */
export function ReasonsEditor({
  reasons,
  field,
  problems,
  savedIds,
  disabled,
  onChange,
}: {
  reasons: readonly CellReason[];
  field: string;
  problems: readonly LabelSchemaProblem[];
  savedIds: ReadonlySet<string>;
  disabled: boolean;
  onChange: (reasons: CellReason[]) => void;
}) {
  const t = useTranslations('labelSchemas.editor');
  const refocus = useRefocus();
  const set = (id: string, part: Partial<CellReason>) =>
    onChange(reasons.map((each) => (each.id === id ? { ...each, ...part } : each)));
  const add = () => {
    const added = newReason();
    onChange([...reasons, added]);
    refocus(`part-${added.id}`);
  };
  return (
    <div className="flex flex-col gap-2">
      <h3 className="text-sm font-medium">{t('reasons')}</h3>
      <ul className="flex flex-col gap-2">
        {reasons.map((reason, at) => {
          const name = reason.name === '' ? t('unnamed') : reason.name;
          const wrong = problemsAt(problems, `${field}.${at}`);
          const move = (by: -1 | 1) => {
            onChange(moveItem(reasons, at, by));
            refocus(`part-${reason.id}`);
          };
          return (
            <li key={reason.id} className="flex flex-col gap-1">
              <div className="flex items-center gap-2">
                <Field
                  label={t('reasonName', { number: at + 1 })}
                  hideLabel
                  id={`part-${reason.id}`}
                  className="flex-1"
                >
                  <Input
                    value={reason.name}
                    maxLength={120}
                    placeholder={t('reasonPlaceholder')}
                    className={reason.deprecated ? 'line-through' : undefined}
                    onChange={(event) => set(reason.id, { name: event.target.value })}
                    onKeyDown={(event) => {
                      if (event.key === 'Enter') {
                        event.preventDefault();
                        add();
                      } else if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
                        event.preventDefault();
                        move(event.key === 'ArrowUp' ? -1 : 1);
                      }
                    }}
                  />
                </Field>
                {reason.deprecated ? (
                  <span className="max-sm:sr-only">
                    <Badge tone="warn">{t('deprecated')}</Badge>
                  </span>
                ) : null}
                <KeyInput
                  name={name}
                  value={reason.key}
                  invalid={wrong.some((each) => each.field.endsWith('.key'))}
                  onChange={(key) => set(reason.id, { key })}
                />
                {disabled ? null : (
                  <DropdownMenu
                    label={t('more', { name })}
                    trigger={
                      <IconButton label={t('more', { name })} icon={<EllipsisVertical aria-hidden />} />
                    }
                    groups={[
                      {
                        id: 'all',
                        items: [
                          {
                            id: 'up',
                            label: t('moveUp'),
                            icon: <ArrowUp aria-hidden />,
                            shortcut: 'Alt+↑',
                            disabled: at === 0,
                            onSelect: () => move(-1),
                          },
                          {
                            id: 'down',
                            label: t('moveDown'),
                            icon: <ArrowDown aria-hidden />,
                            shortcut: 'Alt+↓',
                            disabled: at === reasons.length - 1,
                            onSelect: () => move(1),
                          },
                          savedIds.has(reason.id)
                            ? {
                                id: 'deprecate',
                                label: reason.deprecated ? t('takeBack') : t('deprecate'),
                                icon: reason.deprecated ? <RotateCcw aria-hidden /> : <Ban aria-hidden />,
                                onSelect: () => set(reason.id, { deprecated: !reason.deprecated }),
                              }
                            : {
                                id: 'remove',
                                label: t('remove'),
                                icon: <X aria-hidden />,
                                destructive: true,
                                onSelect: () => onChange(reasons.filter((each) => each.id !== reason.id)),
                              },
                        ],
                      },
                    ]}
                  />
                )}
              </div>
              <FieldProblems problems={wrong} />
            </li>
          );
        })}
      </ul>
      <FieldProblems problems={problemsAt(problems, field, false)} />
      {disabled ? null : (
        <div>
          <Button size="sm" icon={<Plus aria-hidden />} onClick={add}>
            {t('addReason')}
          </Button>
        </div>
      )}
    </div>
  );
}
