'use client';

import { MOST_OVERLAP } from '@assay/contracts';
import { Card, DateInput, Field, NumberInput, RadioGroup, Select } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { PeopleField } from '../people-field.tsx';
import type { BatchDraft, BatchField } from './draft.ts';

/** The part of a draft that says who answers. */
export type WhoDraft = Pick<
  BatchDraft,
  'assignment' | 'people' | 'overlap' | 'reviewRate' | 'priority' | 'due'
>;

export const PRIORITIES = [3, 2, 1, 0] as const;

/** Who answers, how many of them each sample, how soon and by when. */
export function WhoCard({
  projectId,
  draft,
  set,
  errorAt,
  isBlind = false,
}: {
  projectId: string;
  draft: WhoDraft;
  set: (part: Partial<WhoDraft>) => void;
  errorAt: (field: BatchField) => string | undefined;
  /** A blind test: no expert looks at its answers. */
  isBlind?: boolean;
}) {
  const t = useTranslations('batches.new');
  const words = useTranslations('batches');
  return (
    <Card title={t('whoTitle')}>
      <div className="flex flex-col gap-5">
        <Field label={t('assignment')}>
          <RadioGroup
            value={draft.assignment}
            onChange={(value) => set({ assignment: value === 'named' ? 'named' : 'pull' })}
            options={[
              { value: 'pull', label: t('assignments.pull'), hint: t('assignments.pullHint') },
              { value: 'named', label: t('assignments.named'), hint: t('assignments.namedHint') },
            ]}
          />
        </Field>
        {draft.assignment === 'named' ? (
          <PeopleField
            projectId={projectId}
            people={draft.people}
            onPeople={(people) => set({ people })}
            error={errorAt('people')}
          />
        ) : null}
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            label={t('overlap')}
            id="overlap"
            required
            error={errorAt('overlap')}
            hint={t(isBlind ? 'overlapBlindHint' : 'overlapHint')}
          >
            <NumberInput
              value={draft.overlap}
              min={1}
              max={MOST_OVERLAP}
              onChange={(overlap) => set({ overlap })}
            />
          </Field>
          {isBlind ? null : (
            <Field label={t('reviewRate')} optional hint={t('reviewRateHint')}>
              <NumberInput
                value={draft.reviewRate}
                min={0}
                max={100}
                step={0.1}
                unit="%"
                steppers={false}
                onChange={(reviewRate) => set({ reviewRate })}
              />
            </Field>
          )}
          <Field label={t('priority')} hint={t('priorityHint')}>
            <Select
              value={String(draft.priority)}
              onChange={(event) => set({ priority: Number(event.target.value) })}
              options={PRIORITIES.map((each) => ({
                value: String(each),
                label: words(`priorities.${each}`),
              }))}
            />
          </Field>
          <Field label={t('due')} id="due" optional error={errorAt('due')} hint={t('dueHint')}>
            <DateInput value={draft.due} onChange={(event) => set({ due: event.target.value })} />
          </Field>
        </div>
      </div>
    </Card>
  );
}
