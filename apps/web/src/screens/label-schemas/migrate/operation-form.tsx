'use client';

import { type LabelSchema, type MigrationOperation, MOST_LABEL_TEXT } from '@assay/contracts';
import { Button, Field, Input, MultiSelect, NumberInput, Select } from '@assay/ui';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ChoiceField, optionsOf } from './choice-field.tsx';
import { aboutChoice, newDraft, type OperationDraft, operationOf } from './operation-draft.ts';
import { ACTS, type Act, besides, choicesFor, choicesOf } from './schema-choices.ts';
import { SplitFields } from './split-fields.tsx';

const TOP = 'top';

/** Writes one operation, and adds it to those of the migration. */
export function OperationForm({
  schema,
  onAdd,
}: {
  schema: LabelSchema;
  onAdd: (operation: MigrationOperation) => void;
}) {
  const t = useTranslations('labelSchemas.migrate');
  const [draft, setDraft] = useState(() => newDraft('rename'));
  const all = choicesOf(schema);
  const { act, id } = draft;
  const operation = operationOf(draft, schema);
  const add = () => {
    if (operation === null) return;
    onAdd(operation);
    setDraft(newDraft(act));
  };
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Field label={t('act')} hint={t(`hints.${act}`)}>
          <Select
            value={act}
            options={ACTS.map((each) => ({
              value: each,
              label: t(`acts.${each}`),
              disabled: choicesFor(each, all).length === 0,
            }))}
            onChange={({ target }) => setDraft(newDraft(target.value as Act))}
          />
        </Field>
        <ChoiceField
          label={t(act === 'merge' ? 'into' : 'subject')}
          choices={choicesFor(act, all)}
          value={id}
          onChange={(chosen) => setDraft(aboutChoice(draft, schema, chosen))}
        />
        {id === null ? null : <OwnFields schema={schema} draft={draft} onChange={setDraft} />}
      </div>
      <Button type="submit" className="self-start" icon={<Plus aria-hidden />} disabled={operation === null}>
        {t('add')}
      </Button>
    </form>
  );
}

/** What an operation needs besides what it is about. */
function OwnFields({
  schema,
  draft,
  onChange,
}: {
  schema: LabelSchema;
  draft: OperationDraft;
  onChange: (draft: OperationDraft) => void;
}) {
  const t = useTranslations('labelSchemas.migrate');
  const ranges = useTranslations('labelSchemas.editor');
  const all = choicesOf(schema);
  const { act, id } = draft;
  if (act === 'rename' || act === 'add-option') {
    return (
      <Field label={t(act === 'rename' ? 'newName' : 'newValue')}>
        <Input
          value={draft.name}
          maxLength={120}
          onChange={({ target }) => onChange({ ...draft, name: target.value })}
        />
      </Field>
    );
  }
  if (act === 'merge') {
    return (
      <Field label={t('from')}>
        <MultiSelect
          options={optionsOf(besides(all, id))}
          value={draft.from}
          onChange={(from) => onChange({ ...draft, from })}
        />
      </Field>
    );
  }
  if (act === 'move') {
    return (
      <ChoiceField
        label={t('parent')}
        first={[{ value: TOP, label: t('top') }]}
        choices={besides(all, id)}
        value={draft.parentId ?? TOP}
        onChange={(parentId) => onChange({ ...draft, parentId: parentId === TOP ? null : parentId })}
      />
    );
  }
  if (act === 'split') return <SplitFields schema={schema} draft={draft} onChange={onChange} />;
  if (act !== 'widen') return null;
  if (all.find((each) => each.id === id)?.attribute?.kind === 'text') {
    return (
      <Field label={ranges('text.maxLength')}>
        <NumberInput
          value={draft.maxLength}
          min={1}
          max={MOST_LABEL_TEXT}
          onChange={(maxLength) => onChange({ ...draft, maxLength })}
        />
      </Field>
    );
  }
  return (
    <div className="grid grid-cols-2 gap-4">
      {(['min', 'max'] as const).map((end) => (
        <Field key={end} label={ranges(`numbers.${end}`)}>
          <NumberInput value={draft[end]} onChange={(value) => onChange({ ...draft, [end]: value })} />
        </Field>
      ))}
    </div>
  );
}
