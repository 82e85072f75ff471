'use client';

import type { AttributeValue } from '@assay/contracts';
import { type Editor, enterNumbers, numbersOfRegion, type RegionRecord } from '@assay/editor';
import { Field, NumberInput, Select } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { AttributeAnswer } from '../../label-schemas/answer/attribute-answer.tsx';
import { labelSelected, offeredLabels, pickLabel, type RegionQuestion } from './region-question.ts';
import { RemarkField } from './remark-field.tsx';

/** What is said of the region that is selected: its label, what is asked with that, and of a box its place in figures. */
export function RegionForm({
  region,
  question,
  editor,
}: {
  region: RegionRecord;
  question: RegionQuestion;
  editor: Editor;
}) {
  const t = useTranslations('work.draw');
  const { store } = editor;
  const numbers = numbersOfRegion(editor, region.id);
  const { geometry, label: chosen } = region;
  const label = question.labels.find(({ id }) => id === chosen?.labelId);
  const setAttribute = (id: string, value: AttributeValue | null, goesOn: boolean) => {
    const put = () =>
      store.update('region', region.id, (now) => {
        // What is shown here is of the frame before.
        if (now.label === null || now.label.labelId !== chosen?.labelId) return now;
        const { [id]: _, ...rest } = now.label.attributes;
        const attributes = value === null ? rest : { ...rest, [id]: value };
        return { ...now, label: { ...now.label, attributes } };
      });
    if (goesOn) put();
    else editor.change('attribute', put);
  };
  return (
    <section aria-label={t('selected')} className="flex flex-col gap-3 rounded-lg border border-line p-3">
      <Field label={t('label')}>
        <Select
          value={chosen?.labelId ?? ''}
          placeholder={t('choose')}
          options={offeredLabels(question)
            .filter(({ shapes }) => shapes.includes(geometry.kind))
            .map(({ id, name }) => ({ value: id, label: name }))}
          onChange={({ target }) => {
            if (editor.isResting()) pickLabel(editor, question, target.value);
            else labelSelected(editor, question, target.value);
          }}
        />
      </Field>
      {label?.attributes.map((attribute) => (
        <AttributeAnswer
          key={attribute.id}
          attribute={attribute}
          value={chosen?.attributes[attribute.id] ?? null}
          onChange={(value, goesOn) => setAttribute(attribute.id, value, goesOn)}
        />
      ))}
      <RemarkField region={region} editor={editor} />
      {numbers.length === 0 ? null : (
        <div className="grid grid-cols-2 gap-2">
          {numbers.map(({ name, value }) => (
            <Field key={name} label={t(`numbers.${name}`)}>
              <PlaceInput
                value={Math.round(value * 100) / 100}
                // What lies outside of the image, or is no size, is not taken: the field shows what stands.
                onEnter={(next) => enterNumbers(editor, region.id, { [name]: next })}
              />
            </Field>
          ))}
        </div>
      )}
    </section>
  );
}

/** A number that is taken when it is whole: on the way to 250 lie 2 and 25, and a mask would be cut there. */
function PlaceInput({ value, onEnter }: { value: number; onEnter: (value: number) => void }) {
  const [typed, setTyped] = useState<number | null | undefined>(undefined);
  const steps = useRef(false);
  const enter = (next: number | null | undefined) => {
    setTyped(undefined);
    if (next != null && next !== value) onEnter(next);
  };
  return (
    <NumberInput
      value={typed === undefined ? value : typed}
      step="any"
      steppers={false}
      onChange={(next) => (steps.current ? enter(next) : setTyped(next))}
      onKeyDown={({ key }) => {
        steps.current = key === 'ArrowUp' || key === 'ArrowDown';
        if (key === 'Enter') enter(typed);
      }}
      onBlur={() => enter(typed)}
    />
  );
}
