'use client';

import {
  Card,
  DataTable,
  DateTime,
  Duration,
  LineChart,
  NumberText,
  type TableColumn,
  TextLink,
} from '@assay/ui';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { everyDay } from './every-day.ts';
import { QuartileText } from './time-cells.tsx';
import { type LabellingNumbers, useItemsHref } from './use-labelling.ts';

type Day = LabellingNumbers['days'][number];

/** Days that are listed beneath the line. */
const LISTED = 7;

/** Answers of each day, days without any among them. */
export function ThroughputCard({ projectId, days }: { projectId: string; days: readonly Day[] }) {
  const t = useTranslations('labelling.days');
  const router = useRouter();
  const href = useItemsHref(projectId);
  const points = everyDay(days.map(({ day, answers }) => ({ day, answers })));
  const columns: TableColumn<Day>[] = [
    {
      id: 'day',
      header: t('day'),
      rowHeader: true,
      cell: ({ day }) => (
        <TextLink href={href({ day, status: 'SUBMITTED' })}>
          <DateTime at={`${day}T12:00:00Z`} format="date" timeZone="UTC" />
        </TextLink>
      ),
    },
    {
      id: 'answers',
      header: t('answers'),
      numeric: true,
      cell: ({ answers }) => <NumberText value={answers} />,
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
      cell: ({ median, q1, q3 }) => <QuartileText median={median} q1={q1} q3={q3} />,
    },
  ];
  return (
    <Card title={t('title')} flush>
      <div className="flex flex-col gap-4">
        {points.length < 3 ? null : (
          <div className="px-4 sm:px-5">
            <LineChart
              title={t('title')}
              height={200}
              series={[
                {
                  name: t('answers'),
                  points: points.map(({ day, answers }) => ({ x: Date.parse(day), y: answers })),
                },
              ]}
              onSelect={(at) => {
                const day = points[at]?.day;
                if (day !== undefined) router.push(href({ day, status: 'SUBMITTED' }));
              }}
            />
          </div>
        )}
        <DataTable
          caption={t('title')}
          columns={columns}
          rows={[...days].reverse().slice(0, LISTED)}
          rowKey={({ day }) => day}
          narrow="cards"
        />
      </div>
    </Card>
  );
}
