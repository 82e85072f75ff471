'use client';

import {
  type LabelQuestion,
  type LabelSchemaProblem,
  type RelationKind,
  relationKind,
} from '@assay/contracts';
import { Button, IconButton, Input } from '@assay/ui';
import { Ban, Plus, RotateCcw, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { FieldProblems } from '../../recipes/editor/field-problems.tsx';
import { newId } from '../../versioned/new-id.ts';
import { problemsAt } from '../read-schema.ts';
import { useRefocus } from './use-refocus.ts';

type Question = Extract<LabelQuestion, { kind: 'regions' }>;

/** In what ways parts of an image belong together: “rides”, “is part of”. */
export function RelationsEditor({
  question,
  field,
  problems,
  savedIds,
  disabled,
  onChange,
}: {
  question: Question;
  field: string;
  problems: readonly LabelSchemaProblem[];
  savedIds: ReadonlySet<string>;
  disabled: boolean;
  onChange: (question: Question) => void;
}) {
  const t = useTranslations('labelSchemas.editor');
  const refocus = useRefocus();
  const { relations } = question;
  const set = (next: RelationKind[]) => onChange({ ...question, relations: next });
  return (
    <div className="flex flex-col gap-2">
      <h3 className="text-sm font-medium">{t('relations')}</h3>
      {relations.length === 0 ? <p className="text-sm text-fg-muted">{t('noRelations')}</p> : null}
      <ul className="flex flex-col gap-2">
        {relations.map((relation, at) => (
          <li key={relation.id} className="flex items-center gap-2">
            <Input
              id={`part-${relation.id}`}
              aria-label={t('relationName', { number: at + 1 })}
              value={relation.name}
              maxLength={120}
              disabled={disabled || relation.deprecated}
              onChange={({ target }) =>
                set(relations.map((each) => (each === relation ? { ...each, name: target.value } : each)))
              }
            />
            {disabled ? null : savedIds.has(relation.id) ? (
              <IconButton
                label={t(relation.deprecated ? 'takeBack' : 'deprecate')}
                icon={relation.deprecated ? <RotateCcw aria-hidden /> : <Ban aria-hidden />}
                onClick={() =>
                  set(
                    relations.map((each) =>
                      each === relation ? { ...each, deprecated: !each.deprecated } : each,
                    ),
                  )
                }
              />
            ) : (
              <IconButton
                label={t('remove')}
                icon={<X aria-hidden />}
                onClick={() => set(relations.filter((each) => each !== relation))}
              />
            )}
          </li>
        ))}
      </ul>
      <FieldProblems problems={problemsAt(problems, `${field}.relations`)} />
      {disabled ? null : (
        <div>
          <Button
            size="sm"
            icon={<Plus aria-hidden />}
            onClick={() => {
              const added = relationKind.parse({ id: newId(), name: '' });
              set([...relations, added]);
              refocus(`part-${added.id}`);
            }}
          >
            {t('addRelation')}
          </Button>
        </div>
      )}
    </div>
  );
}
