'use client';

import { type Label, type LabelQuestion, type LabelSchemaProblem, regionLabel } from '@assay/contracts';
import { labelTree } from '@assay/domain';
import { Button, Kbd } from '@assay/ui';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { FieldProblems } from '../../recipes/editor/field-problems.tsx';
import { addLabelAfter, indentLabel, moveLabel, outdentLabel, removeLabel } from '../edit-labels.ts';
import { newLabel, withKeys } from '../new-parts.ts';
import { problemsAt } from '../read-schema.ts';
import { LabelRow } from './label-row.tsx';
import { useRefocus } from './use-refocus.ts';

type WithLabels = Extract<LabelQuestion, { kind: 'single' | 'multiple' | 'regions' }>;

/** The labels of a question as a tree: each line is one, and the keys that move it are those of an outline. */
export function LabelsEditor({
  question,
  field,
  problems,
  savedIds,
  disabled,
  onChange,
}: {
  question: WithLabels;
  field: string;
  problems: readonly LabelSchemaProblem[];
  savedIds: ReadonlySet<string>;
  disabled: boolean;
  onChange: (question: WithLabels) => void;
}) {
  const t = useTranslations('labelSchemas.editor');
  const refocus = useRefocus();
  const labels: readonly Label[] = question.labels;
  const withLabels = (next: Label[]): WithLabels =>
    // What is new begins as a box; what was there keeps how it is drawn.
    question.kind === 'regions'
      ? { ...question, labels: next.map((label) => regionLabel.parse(label)) }
      : { ...question, labels: next };
  const set = (next: Label[]) => onChange(withLabels(next));
  const tree = labelTree(labels);
  const add = (after: string | null) => {
    const added = newLabel(labels);
    const next = withKeys(withLabels(addLabelAfter(labels, after, added)), question);
    if ('labels' in next) onChange(next);
    refocus(`part-${added.id}`);
  };
  return (
    <div className="flex flex-col gap-2">
      <h3 className="text-sm font-medium">{t('labels')}</h3>
      {disabled ? null : (
        <p className="hidden flex-wrap gap-x-4 gap-y-1 text-xs text-fg-muted sm:flex">
          <span>
            <Kbd keys="Enter" /> {t('hintEnter')}
          </span>
          <span>
            <Kbd keys="Alt+↑" /> <Kbd keys="Alt+↓" /> {t('hintMove')}
          </span>
          <span>
            <Kbd keys="Alt+→" /> <Kbd keys="Alt+←" /> {t('hintIndent')}
          </span>
        </p>
      )}
      <ul className="flex flex-col gap-2">
        {tree.map(({ label, depth }) => {
          const at = labels.indexOf(label);
          const siblings = labels.filter((each) => each.parentId === label.parentId);
          const change = (next: Label[]) => {
            set(next);
            refocus(`part-${label.id}`);
          };
          return (
            <LabelRow
              key={label.id}
              label={label}
              depth={depth}
              first={siblings[0]?.id === label.id}
              last={siblings.at(-1)?.id === label.id}
              saved={savedIds.has(label.id)}
              savedIds={savedIds}
              field={`${field}.labels.${at}`}
              problems={problemsAt(problems, `${field}.labels.${at}`)}
              disabled={disabled}
              onChange={(next) => set(labels.map((each): Label => (each.id === next.id ? next : each)))}
              onAdd={() => add(label.id)}
              onMove={(by) => change(moveLabel(labels, label.id, by))}
              onIndent={() => change(indentLabel(labels, label.id))}
              onOutdent={() => change(outdentLabel(labels, label.id))}
              onRemove={() => {
                const place = tree.findIndex((each) => each.label.id === label.id);
                const next = tree[place - 1] ?? tree[place + 1];
                set(removeLabel(labels, label.id));
                if (next !== undefined) refocus(`part-${next.label.id}`);
              }}
            />
          );
        })}
      </ul>
      <FieldProblems problems={problemsAt(problems, `${field}.labels`, false)} />
      {disabled ? null : (
        <div>
          <Button size="sm" icon={<Plus aria-hidden />} onClick={() => add(null)}>
            {t('addLabel')}
          </Button>
        </div>
      )}
    </div>
  );
}
