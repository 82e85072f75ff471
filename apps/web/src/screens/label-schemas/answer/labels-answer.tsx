'use client';

import type { AnnotationAnswer, AttributeValue, ChosenLabel, LabelQuestion } from '@assay/contracts';
import { labelTree, pickLabel } from '@assay/domain';
import { useTranslations } from 'next-intl';
import { ColourDot } from '../label-colour.tsx';
import { AttributeAnswer } from './attribute-answer.tsx';
import { ChoiceButton } from './choice-button.tsx';

type WithLabels = Extract<LabelQuestion, { kind: 'single' | 'multiple' }>;

const chosenIn = (answer: AnnotationAnswer | null): readonly ChosenLabel[] => {
  if (answer?.kind === 'single') return [answer.label];
  return answer?.kind === 'multiple' ? answer.labels : [];
};

/** The labels that are offered, in their hierarchy; a chosen one asks for its attributes below it. */
export function LabelsAnswer({
  question,
  answer,
  onChange,
}: {
  question: WithLabels;
  answer: AnnotationAnswer | null;
  onChange: (answer: AnnotationAnswer | null) => void;
}) {
  const t = useTranslations('labelSchemas.answer');
  const unnamed = useTranslations('labelSchemas.editor')('unnamed');
  const chosen = chosenIn(answer);
  const setAttribute = (labelId: string, attributeId: string, value: AttributeValue | null) => {
    const after = chosen.map((each) => {
      if (each.labelId !== labelId) return each;
      const { [attributeId]: _, ...rest } = each.attributes;
      return { ...each, attributes: value === null ? rest : { ...rest, [attributeId]: value } };
    });
    const first = after[0];
    if (question.kind === 'multiple') onChange({ kind: 'multiple', labels: after });
    else if (first !== undefined) onChange({ kind: 'single', label: first });
  };
  const none = answer?.kind === 'multiple' && answer.labels.length === 0;
  return (
    <div className="flex flex-col gap-1.5">
      {labelTree(question.labels).map(({ label, depth }) => {
        if (label.deprecated) return null;
        const given = chosen.find((each) => each.labelId === label.id);
        return (
          <div
            key={label.id}
            className="flex flex-col gap-2"
            style={{ paddingInlineStart: `${Math.min(depth, 6)}rem` }}
          >
            <ChoiceButton
              chosen={given !== undefined}
              shortcut={label.key}
              onPress={() => onChange(pickLabel(question, answer, label.id))}
            >
              <ColourDot colour={label.colour} />
              <span className="min-w-0">
                <span className="wrap-anywhere">{label.name === '' ? unnamed : label.name}</span>
                {label.description === '' ? null : (
                  <span className="block text-xs font-normal text-fg-muted">{label.description}</span>
                )}
              </span>
            </ChoiceButton>
            {given === undefined || label.attributes.length === 0 ? null : (
              <div className="ml-3 flex flex-col gap-3 border-l-2 border-line py-1 pl-3">
                {label.attributes.map((attribute) => (
                  <AttributeAnswer
                    key={attribute.id}
                    attribute={attribute}
                    value={given.attributes[attribute.id] ?? null}
                    onChange={(value) => setAttribute(label.id, attribute.id, value)}
                  />
                ))}
              </div>
            )}
          </div>
        );
      })}
      {question.kind === 'multiple' && question.labels.length > 0 ? (
        <ChoiceButton
          chosen={none}
          shortcut={null}
          onPress={() => onChange(none ? null : { kind: 'multiple', labels: [] })}
        >
          {t('none')}
        </ChoiceButton>
      ) : null}
    </div>
  );
}
