'use client';

import type { AttributeValue } from '@assay/contracts';
import { type Editor, enterNumbers, numbersOfRegion, type RegionRecord } from '@assay/editor';
import { Field, NumberInput, Select } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { AttributeAnswer } from '../../label-schemas/answer/attribute-answer.tsx';
import { offeredLabels, pickLabel, type RegionQuestion } from './region-question.ts';
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
  const { store, history } = editor;
  const numbers = numbersOfRegion(editor, region.id);
  const { geometry, label: chosen } = region;
  const label = question.labels.find(({ id }) => id === chosen?.labelId);
  const put = (name: string, next: RegionRecord) => {
    history.mark(name);
    store.put(next);
  };
  const setAttribute = (id: string, value: AttributeValue | null) => {
    if (chosen === null) return;
    const { [id]: _, ...rest } = chosen.attributes;
    const attributes = value === null ? rest : { ...rest, [id]: value };
    put('attribute', { ...region, label: { ...chosen, attributes } });
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
          onChange={({ target }) => pickLabel(editor, question, target.value)}
        />
      </Field>
      {label?.attributes.map((attribute) => (
        <AttributeAnswer
          key={attribute.id}
          attribute={attribute}
          value={chosen?.attributes[attribute.id] ?? null}
          onChange={(value) => setAttribute(attribute.id, value)}
        />
      ))}
      <RemarkField region={region} editor={editor} />
      {numbers.length === 0 ? null : (
        <div className="grid grid-cols-2 gap-2">
          {numbers.map(({ name, value }) => (
            <Field key={name} label={t(`numbers.${name}`)}>
              <NumberInput
                value={Math.round(value * 100) / 100}
                step="any"
                steppers={false}
                // What lies outside of the image, or is no size, is not taken: the field shows what stands.
                onChange={(next) => next !== null && enterNumbers(editor, region.id, { [name]: next })}
              />
            </Field>
          ))}
        </div>
      )}
    </section>
  );
}
