'use client';

import { MOST_OVERLAP } from '@assay/contracts';
import {
  Button,
  Callout,
  DateInput,
  Dialog,
  DialogClose,
  Field,
  Input,
  NumberInput,
  Select,
  Textarea,
  useToast,
} from '@assay/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type SyntheticEvent, useId, useState } from 'react';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { refusalOf, useTRPC } from '~/trpc/client.tsx';
import type { BatchView } from '../batch-types.ts';
import { dueDay, dueMoment, rateOf } from '../new/draft.ts';
import { PRIORITIES } from '../new/who-card.tsx';
import { PeopleField } from '../people-field.tsx';

/** Changes what may change while people work: words, urgency, who, and how many answer each sample. */
export function ChangeBatchDialog({ batch, onClose }: { batch: BatchView; onClose: () => void }) {
  const t = useTranslations('batches.change');
  const form = useTranslations('batches.new');
  const words = useTranslations('batches');
  const common = useTranslations('common');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { toast } = useToast();
  const formId = useId();
  // As it was when the dialog was opened: somebody else's change since then is told, not overwritten.
  const [before] = useState(batch);
  const [name, setName] = useState(before.name);
  const [description, setDescription] = useState(before.description);
  const [priority, setPriority] = useState(before.priority);
  const [due, setDue] = useState(dueDay(before.dueAt));
  const [overlap, setOverlap] = useState<number | null>(before.overlap);
  const [rate, setRate] = useState<number | null>(before.reviewRate === null ? null : before.reviewRate / 10);
  const [people, setPeople] = useState<readonly string[]>(before.people);
  const [tried, setTried] = useState(false);
  const update = useMutation(
    trpc.batch.update.mutationOptions({
      onSuccess: () => {
        toast({ title: t('saved') });
        onClose();
      },
      onSettled: () => queryClient.invalidateQueries(trpc.batch.pathFilter()),
    }),
  );
  const refusal = update.error === null ? null : refusalOf(update.error);
  const nameMissing = tried && name.trim() === '';
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() === '' || overlap === null || update.isPending) return;
    // The hour of a due date that is not changed stays what it was.
    const same = due === dueDay(before.dueAt);
    update.mutate({
      batchId: before.id,
      revision: before.revision,
      name: name.trim(),
      description,
      priority,
      dueAt: same ? before.dueAt : (dueMoment(due)?.toISOString() ?? null),
      overlap,
      reviewRate: rateOf(rate),
      people: [...people],
    });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={t('title', { number: batch.number })}
      description={t('body')}
      footer={
        <>
          <DialogClose asChild>
            <Button>{common('cancel')}</Button>
          </DialogClose>
          <Button type="submit" form={formId} variant="primary" loading={update.isPending}>
            {common('save')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-4">
        <Field label={form('name')} required error={nameMissing ? form('problems.missing.name') : undefined}>
          <Input value={name} maxLength={120} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Field label={form('description')} optional>
          <Textarea
            rows={2}
            maxLength={4000}
            value={description}
            onChange={(event) => setDescription(event.target.value)}
          />
        </Field>
        <div className="grid gap-4 sm:grid-cols-3">
          <Field
            label={form('overlap')}
            required
            error={tried && overlap === null ? form('problems.missing.overlap') : undefined}
          >
            <NumberInput value={overlap} min={1} max={MOST_OVERLAP} onChange={setOverlap} />
          </Field>
          <Field label={form('priority')}>
            <Select
              value={String(priority)}
              onChange={(event) => setPriority(Number(event.target.value))}
              options={PRIORITIES.map((each) => ({
                value: String(each),
                label: words(`priorities.${each}`),
              }))}
            />
          </Field>
          <Field label={form('due')} optional>
            <DateInput value={due} onChange={(event) => setDue(event.target.value)} />
          </Field>
        </div>
        {batch.kind === 'blind' ? null : (
          <Field label={form('reviewRate')} optional hint={form('reviewRateHint')}>
            <NumberInput
              className="max-w-40"
              value={rate}
              min={0}
              max={100}
              step={0.1}
              unit="%"
              steppers={false}
              onChange={setRate}
            />
          </Field>
        )}
        {rateOf(rate) === before.reviewRate ? null : <Callout announce="status">{t('otherRate')}</Callout>}
        <OverlapNote batch={batch} overlap={overlap} />
        {batch.assignment === 'named' ? (
          <>
            <PeopleField
              projectId={batch.projectId}
              people={people}
              onPeople={setPeople}
              error={refusal?.field === 'people' ? refusal.message : undefined}
            />
            {before.people.some((each) => !people.includes(each)) ? (
              <Callout announce="status">{t('takenOff')}</Callout>
            ) : null}
          </>
        ) : null}
        <RefusalCallout
          error={update.error}
          onReload={() => void queryClient.invalidateQueries(trpc.batch.pathFilter()).then(onClose)}
        />
      </form>
    </Dialog>
  );
}

/** What more or fewer answers to each sample mean for those that are there. */
function OverlapNote({ batch, overlap }: { batch: BatchView; overlap: number | null }) {
  const t = useTranslations('batches.change');
  if (overlap === null || overlap === batch.overlap) return null;
  return (
    <Callout announce="status">
      {overlap > batch.overlap
        ? t(batch.status === 'DONE' ? 'moreAnswersAgain' : 'moreAnswers', {
            tasks: batch.samples * (overlap - batch.overlap),
          })
        : t('fewerAnswers')}
    </Callout>
  );
}
