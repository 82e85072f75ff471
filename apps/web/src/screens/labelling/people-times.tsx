'use client';

import { Card, DataTable, Duration, NumberText, type TableColumn, TextLink, TimeAgo } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { QuartileText } from './time-cells.tsx';
import { type LabellingNumbers, useItemsHref } from './use-labelling.ts';

type Person = LabellingNumbers['people'][number];

/** What each person did and how long it took them. */
export function PeopleTimes({ projectId, people }: { projectId: string; people: readonly Person[] }) {
  const t = useTranslations('labelling.people');
  const common = useTranslations('common');
  const href = useItemsHref(projectId);
  const columns: TableColumn<Person>[] = [
    {
      id: 'name',
      header: t('name'),
      rowHeader: true,
      cell: ({ userId, name }) => (
        <TextLink href={href({ person: userId })}>{name ?? common('unknownPerson')}</TextLink>
      ),
    },
    {
      id: 'answers',
      header: t('answers'),
      numeric: true,
      cell: ({ userId, answers }) => (
        <TextLink href={href({ person: userId, status: 'SUBMITTED' })}>
          <NumberText value={answers} />
        </TextLink>
      ),
    },
    {
      id: 'skipped',
      header: t('skipped'),
      numeric: true,
      cell: ({ userId, skipped }) =>
        skipped === 0 ? (
          <NumberText value={0} />
        ) : (
          <TextLink href={href({ person: userId, status: 'SKIPPED' })}>
            <NumberText value={skipped} />
          </TextLink>
        ),
    },
    {
      id: 'time',
      header: t('time'),
      numeric: true,
      cell: ({ activeMs }) => <Duration ms={Math.round(activeMs / 1000) * 1000} />,
    },
    {
      id: 'median',
      header: t('median'),
      numeric: true,
      cell: (person) => <QuartileText {...quartilesOf(person)} />,
    },
    {
      id: 'last',
      header: t('last'),
      cell: ({ lastAt }) => (lastAt === null ? '–' : <TimeAgo at={lastAt} />),
    },
  ];
  return (
    <Card title={t('title')} flush>
      <DataTable
        caption={t('title')}
        columns={columns}
        rows={people}
        rowKey={(person) => person.userId}
        narrow="cards"
      />
    </Card>
  );
}

const quartilesOf = ({ median, q1, q3 }: Person) => ({ median, q1, q3 });
