'use client';

import type { Annotation, LabelSchema } from '@assay/contracts';
import { answersDiffer } from '@assay/domain';
import { Badge, cn, ScrollRegion } from '@assay/ui';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { AnswerText } from './answer-text.tsx';

export type Column = { id: string; head: ReactNode; payload: Annotation; before?: Annotation | null };

/** Answers beside one another, a question a row; where they differ it is marked and said. */
export function AnswersTable({
  schema,
  columns,
  caption,
  chosen,
}: {
  schema: LabelSchema;
  columns: readonly Column[];
  caption: string;
  /** The column that is looked at. */
  chosen?: string | null;
}) {
  const t = useTranslations('review.item');
  const payloads = columns.map((column) => column.payload);
  const differ = (values: readonly unknown[]) =>
    new Set(values.map((value) => JSON.stringify(value))).size > 1;
  const lines = [
    ...schema.questions.map((question) => ({
      id: question.id,
      name: question.name,
      differs: answersDiffer(question, payloads, 0),
      cell: (payload: Annotation) => <AnswerText question={question} answer={payload.answers[question.id]} />,
      shown: true,
    })),
    {
      id: 'realism',
      name: t('realism'),
      differs: differ(payloads.map((each) => each.realism?.verdict ?? null)),
      cell: ({ realism }: Annotation) =>
        realism === null ? (
          <span className="text-fg-muted">{t('noAnswer')}</span>
        ) : (
          [t(`realisms.${realism.verdict}`), ...realism.reasons].join(', ')
        ),
      shown: payloads.some((each) => each.realism !== null),
    },
    {
      id: 'artefact',
      name: t('artefact'),
      differs: differ(payloads.map((each) => each.artefact)),
      cell: ({ artefact, artefactNote }: Annotation) =>
        [t(artefact ? 'yes' : 'no'), artefactNote].filter((text) => text !== '').join(': '),
      shown: payloads.some((each) => each.artefact),
    },
    {
      id: 'comment',
      name: t('comment'),
      differs: false,
      cell: ({ comment }: Annotation) => <span className="whitespace-pre-line wrap-anywhere">{comment}</span>,
      shown: payloads.some((each) => each.comment !== ''),
    },
  ].filter((line) => line.shown);
  return (
    <ScrollRegion label={caption}>
      <table className="w-full border-collapse text-left text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead className="border-b border-line bg-sunken/60">
          <tr>
            <th scope="col" className="px-4 py-2 font-medium text-fg-secondary sm:pl-5">
              {t('question')}
            </th>
            {columns.map(({ id, head }) => (
              <th
                key={id}
                scope="col"
                className={cn('min-w-36 px-4 py-2 font-medium', chosen === id && 'bg-accent-soft')}
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ id, name, differs, cell }) => (
            <tr key={id} className="border-b border-line align-top last:border-0">
              <th scope="row" className="max-w-56 min-w-32 px-4 py-2.5 font-normal sm:pl-5">
                <span className="mr-2 wrap-anywhere">{name}</span>
                {differs ? <Badge tone="warn">{t('differs')}</Badge> : null}
              </th>
              {columns.map((column) => (
                <td key={column.id} className={cn('px-4 py-2.5', chosen === column.id && 'bg-accent-soft')}>
                  {cell(column.payload)}
                  <Before
                    before={column.before ?? null}
                    changed={(before) => differ([pick(before, id), pick(column.payload, id)])}
                  >
                    {cell}
                  </Before>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function pick(payload: Annotation, id: string): unknown {
  if (id === 'realism') return payload.realism;
  if (id === 'artefact') return payload.artefact;
  return id === 'comment' ? payload.comment : payload.answers[id];
}

/** What an author said before it came back, where that was something else. */
function Before({
  before,
  changed,
  children,
}: {
  before: Annotation | null;
  changed: (before: Annotation) => boolean;
  children: (payload: Annotation) => ReactNode;
}) {
  if (before === null || !changed(before)) return null;
  return <div className="mt-1 text-fg-muted line-through">{children(before)}</div>;
}
