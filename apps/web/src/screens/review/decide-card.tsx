'use client';

import { type Annotation, annotation as annotationSchema, type ReviewFault } from '@assay/contracts';
import { Button, Card, Checkbox, Field, RadioGroup, Textarea, useHotkeys } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { RefusalCallout } from '~/shell/refusal-callout.tsx';
import { FaultChoice } from './fault-choice.tsx';
import { QuestionsForm } from './questions-form.tsx';
import type { ReviewItem, Verdict } from './review-types.ts';

type Kind = Verdict['kind'];
const NOTHING: Annotation = annotationSchema.parse({ type: 'assay.annotation', version: 1 });
const KEYS: Record<Kind, string> = { accept: 'A', correct: 'C', 'send-back': 'S', reject: 'R' };
const KINDS = Object.keys(KEYS) as Kind[];

const isDrawing = ({ schema }: ReviewItem): boolean =>
  schema.questions.some((question) => question.kind === 'regions');

/** What to make of a sample: accept an answer, give the label, send back, reject. Each has a key. */
export function DecideCard({
  item,
  chosen,
  onChosen,
  pending,
  ready,
  error,
  onDecide,
  onNext,
  onPattern,
}: {
  item: ReviewItem;
  /** The answer that is looked at. */
  chosen: string | null;
  onChosen: (annotationId: string) => void;
  pending: boolean;
  ready: boolean;
  error: unknown;
  onDecide: (verdict: Verdict) => void;
  onNext: () => void;
  onPattern: () => void;
}) {
  const t = useTranslations('review.item');
  const [kind, setKind] = useState<Kind>(
    item.answers.length === 0 ? (isDrawing(item) ? 'reject' : 'correct') : 'accept',
  );
  const [faults, setFaults] = useState<ReviewFault[]>([]);
  const [comment, setComment] = useState('');
  const answer = item.answers.find((each) => each.annotationId === chosen) ?? item.answers[0];
  const [payload, setPayload] = useState<Annotation>(answer?.payload ?? NOTHING);
  const [propose, setPropose] = useState(false);
  const [back, setBack] = useState<readonly string[]>(item.answers.map((each) => each.annotationId));
  const letters = item.answers.map((each, at) => ({ ...each, letter: each.author.letter ?? String(at + 1) }));
  const letter = letters.find((each) => each.annotationId === answer?.annotationId)?.letter ?? '';
  // What is drawn can be judged here, and not changed: that is done where it is drawn, by whoever drew it.
  const kinds = (
    item.answers.length === 0 ? KINDS.filter((each) => each === 'correct' || each === 'reject') : KINDS
  ).filter((each) => each !== 'correct' || !isDrawing(item));
  const columns = item.columns.map((column) => column.name);
  const own = { ...payload, comment: '', verdict: null };
  const verdict = (): Verdict => {
    const words = { faults, comment };
    switch (kind) {
      case 'accept':
        return { kind, annotationId: answer?.annotationId ?? '', ...words };
      case 'correct':
        return { kind, payload: own, ...words };
      case 'send-back':
        return { kind, annotationIds: [...back], proposal: propose ? own : null, ...words };
      case 'reject':
        return { kind, ...words };
    }
  };
  const usable =
    ready &&
    !pending &&
    (kind === 'accept' || faults.length > 0) &&
    (kind !== 'send-back' || back.length > 0) &&
    (kind !== 'accept' || answer !== undefined);
  const decide = () => {
    if (usable) onDecide(verdict());
  };
  useHotkeys([
    ...kinds.map((each) => ({ id: each, keys: KEYS[each], run: () => setKind(each) })),
    ...letters.slice(0, 9).map(({ annotationId }, at) => ({
      id: `answer ${at}`,
      keys: String(at + 1),
      run: () => onChosen(annotationId),
    })),
    { id: 'decide', keys: 'Mod+Enter', run: decide, inFields: true },
    { id: 'next', keys: 'N', run: onNext },
    { id: 'pattern', keys: 'P', run: onPattern },
  ]);
  return (
    <Card
      title={t('decide')}
      id="review-decide"
      description={<span className="max-sm:hidden">{t('keys')}</span>}
    >
      <form
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          decide();
        }}
      >
        <RadioGroup
          label={t('decide')}
          value={kind}
          onChange={(value) => setKind(value as Kind)}
          options={kinds.map((each) => ({ value: each, label: t(`kinds.${each}`) }))}
        />
        {kind === 'accept' && letters.length > 1 ? (
          <Field label={t('which')}>
            <RadioGroup
              value={answer?.annotationId ?? ''}
              onChange={onChosen}
              options={letters.map((each) => ({
                value: each.annotationId,
                label: t('answerOf', { letter: each.letter }),
              }))}
            />
          </Field>
        ) : null}
        {kind === 'send-back' ? (
          <fieldset className="flex flex-col gap-2">
            <legend className="mb-2 text-sm font-medium">{t('toWhom')}</legend>
            {letters.map((each) => (
              <Checkbox
                key={each.annotationId}
                label={t('answerOf', { letter: each.letter })}
                checked={back.includes(each.annotationId)}
                onChange={(checked) =>
                  setBack(
                    checked ? [...back, each.annotationId] : back.filter((id) => id !== each.annotationId),
                  )
                }
              />
            ))}
            {isDrawing(item) ? (
              <p className="text-sm text-fg-secondary">{t('goesAlong')}</p>
            ) : (
              <Checkbox
                label={t('propose')}
                hint={t('proposeHint')}
                checked={propose}
                onChange={(checked) => setPropose(checked)}
              />
            )}
          </fieldset>
        ) : null}
        {kind === 'correct' || (kind === 'send-back' && propose) ? (
          <section aria-label={t('yourAnswer')} className="flex flex-col gap-4 rounded-lg bg-sunken p-4">
            {letters.length === 0 ? null : (
              <div className="flex flex-wrap gap-2">
                {letters.map((each) => (
                  <Button key={each.annotationId} size="sm" onClick={() => setPayload(each.payload)}>
                    {t('startFrom', { letter: each.letter })}
                  </Button>
                ))}
              </div>
            )}
            <QuestionsForm schema={item.schema} columns={columns} payload={payload} onChange={setPayload} />
          </section>
        ) : null}
        {kind === 'accept' ? null : <FaultChoice legend={t('faults')} faults={faults} onChange={setFaults} />}
        <Field label={t('words')} {...(kind === 'send-back' ? { hint: t('wordsHint') } : {})}>
          <Textarea
            rows={2}
            maxLength={4000}
            value={comment}
            onChange={(event) => setComment(event.target.value)}
          />
        </Field>
        <RefusalCallout error={error} />
        <div className="flex flex-wrap gap-2">
          <Button
            type="submit"
            variant={kind === 'reject' ? 'danger' : 'primary'}
            loading={pending}
            disabled={!usable}
          >
            {t(`do.${kind}`, { letter })}
          </Button>
          <Button onClick={onPattern}>{t('pattern')}</Button>
          <Button variant="quiet" onClick={onNext}>
            {t('next')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
