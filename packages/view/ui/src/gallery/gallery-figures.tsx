'use client';

import { Database, FileUp } from 'lucide-react';
import { useCallback, useState } from 'react';
import { Button } from '../actions/button.tsx';
import { BoxSummary } from '../charts/box-summary.tsx';
import { BarChart, IntervalPlot } from '../charts/category-charts.tsx';
import { Heatmap } from '../charts/heatmap.tsx';
import { Histogram } from '../charts/histogram.tsx';
import { LineChart } from '../charts/line-chart.tsx';
import { Sparkline } from '../charts/sparkline.tsx';
import { StackedShare } from '../charts/stacked-share.tsx';
import { Avatar } from '../data/avatar.tsx';
import { Badge, StatusBadge } from '../data/badge.tsx';
import { CodeBlock } from '../data/code-block.tsx';
import { DataTable, type SortState } from '../data/data-table.tsx';
import { DiffText } from '../data/diff-text.tsx';
import { Bytes, Duration, NumberText } from '../data/figures.tsx';
import { KeyValue } from '../data/key-value.tsx';
import { MeasurementPanel } from '../data/measurement-panel.tsx';
import { DateTime, TimeAgo } from '../data/moment.tsx';
import { Pagination } from '../data/pagination.tsx';
import { Stat } from '../data/stat.tsx';
import { Callout } from '../feedback/callout.tsx';
import { Progress, ProgressRing } from '../feedback/progress.tsx';
import { SkeletonRows } from '../feedback/skeleton.tsx';
import { EmptyState, ErrorState } from '../feedback/states.tsx';
import { Stepper } from '../feedback/stepper.tsx';
import { DataGrid } from '../grid/data-grid.tsx';
import type { GridSort } from '../grid/grid-types.ts';
import { Card } from '../layout/card.tsx';
import { Tabs } from '../layout/tabs.tsx';
import { formatNumber } from '../lib/format.ts';
import { DropdownMenu } from '../overlays/dropdown-menu.tsx';
import { bins, countsA, countsB, gridColumns, gridRow, groups, matrix, names } from './gallery-data.ts';
import { Row, Section } from './gallery-section.tsx';

export function FeedbackGallery() {
  return (
    <Section id="feedback" title="Feedback">
      <div className="grid gap-3 lg:grid-cols-2">
        <Callout tone="info" title="Rows stay hidden until the search for personal data ends" />
        <Callout tone="good">The log verifies: 1,204 entries, one checkpoint.</Callout>
        <Callout tone="warn" title="Consent ends in 12 days" onDismiss={() => undefined}>
          After that no run may start on this source.
        </Callout>
        <Callout
          tone="bad"
          title="Line 70,001 has an unclosed quote"
          actions={<Button size="sm">Show the line</Button>}
        >
          70,000 rows were read before it.
        </Callout>
      </div>
      <div className="grid gap-4 lg:grid-cols-2">
        <ErrorState
          title="The upload stopped"
          description="The connection closed after 312 MB."
          kept="The 312 MB that had arrived."
          next="Choose the same file again; it goes on where it stopped."
          onRetry={() => undefined}
          reference="018f3a1e-77aa-7c11-9e2b-0c1f6b1d2a3f"
        />
        <Card>
          <EmptyState
            icon={<Database />}
            title="No sources yet"
            description="A source is the origin record of reference data. Upload a table to begin."
            action={
              <Button variant="primary" icon={<FileUp aria-hidden />}>
                Upload a table
              </Button>
            }
          />
        </Card>
      </div>
      <Card title="Jobs" description="What is under way">
        <div className="space-y-4">
          <Progress
            label="Import strikes.csv"
            done={620_000}
            total={1_000_000}
            rate={148_000}
            timeLeftMs={2600}
          />
          <Progress label="Looking for personal data" done={312} />
          <Row>
            <ProgressRing label="Ready" share={0.62} />
            <ProgressRing label="Ready" share={0.86} size={56} />
          </Row>
        </div>
      </Card>
      <Stepper
        label="Import"
        steps={[
          { id: '1', label: 'Upload', state: 'done', href: '#1' },
          { id: '2', label: 'Dialect', state: 'done', href: '#2' },
          { id: '3', label: 'Columns', state: 'current', hint: '2 to confirm' },
          { id: '4', label: 'Consent', state: 'todo' },
        ]}
      />
      <Card flush title="Loading">
        <SkeletonRows rows={3} />
      </Card>
    </Section>
  );
}

const rows = [
  {
    id: '1',
    name: 'Wildlife strikes',
    rows: 10_000,
    state: 'good',
    word: 'Ready',
    size: 1_204_332,
    at: '2025-03-02T09:12:00Z',
  },
  {
    id: '2',
    name: 'Wages 1985',
    rows: 534,
    state: 'warn',
    word: 'Consent missing',
    size: 20_480,
    at: '2025-02-11T16:40:00Z',
  },
  {
    id: '3',
    name: 'Visits',
    rows: 1_000_000,
    state: 'info',
    word: 'Importing',
    size: 431_002_112,
    at: '2025-03-02T10:01:00Z',
  },
] as const;

export function DataGallery() {
  const [sort, setSort] = useState<SortState>({ column: 'rows', direction: 'desc' });
  const [gridSort, setGridSort] = useState<GridSort>();
  const ordered = [...rows].sort(
    (a, b) =>
      (sort.column === 'rows' ? a.rows - b.rows : a.name.localeCompare(b.name)) *
      (sort.direction === 'asc' ? 1 : -1),
  );
  const table = (narrow: 'scroll' | 'cards') => (
    <DataTable
      caption={`Sources (${narrow})`}
      narrow={narrow}
      columns={[
        { id: 'name', header: 'Name', sortable: true, cell: (r) => r.name },
        {
          id: 'state',
          header: 'State',
          cell: (r) => (
            <StatusBadge tone={r.state} pulse={r.state === 'info'}>
              {r.word}
            </StatusBadge>
          ),
        },
        {
          id: 'rows',
          header: 'Rows',
          numeric: true,
          sortable: true,
          cell: (r) => <NumberText value={r.rows} />,
        },
        { id: 'size', header: 'Size', numeric: true, cell: (r) => <Bytes value={r.size} /> },
        { id: 'at', header: 'Changed', cell: (r) => <DateTime at={r.at} /> },
      ]}
      rows={ordered}
      rowKey={(r) => r.id}
      sort={sort}
      onSort={setSort}
      rowActionsLabel="Actions"
      rowActions={(r) => (
        <DropdownMenu label={r.name} groups={[{ id: 'a', items: [{ id: 'open', label: 'Open' }] }]} />
      )}
    />
  );
  const columns = gridColumns.map((c, i) => ({
    ...c,
    badge: i % 4 === 0 ? <Badge tone="accent">feature</Badge> : undefined,
    distribution:
      c.type === 'integer' || c.type === 'decimal' ? (
        <Sparkline kind="bars" values={countsA} label={`Distribution of ${c.name}`} width={48} height={20} />
      ) : undefined,
  }));
  return (
    <Section id="data" title="Data">
      <Row>
        <Badge>neutral</Badge>
        <Badge tone="accent">accent</Badge>
        <Badge tone="good">good</Badge>
        <Badge tone="warn">warn</Badge>
        <Badge tone="bad">bad</Badge>
        <Badge tone="info">info</Badge>
        <StatusBadge tone="good">Ready</StatusBadge>
        <StatusBadge tone="bad">Blocked</StatusBadge>
        <Avatar name="Demo Manager" />
        <Avatar name="expert@example.org" size="lg" />
        <TimeAgo at="2025-03-02T09:12:00Z" />
        <Duration ms={7_512_000} />
        <Bytes value={2_000_000_000} />
        <NumberText value={0.8731} format="percent" />
      </Row>
      <Card
        title="Sources"
        description="Reference data of this project"
        actions={<Button size="sm">Export</Button>}
        flush
        footer={<Pagination from={1} to={3} total={3} next="#next" />}
      >
        {table('scroll')}
      </Card>
      <Card title="Sources as cards" flush>
        {table('cards')}
      </Card>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <Card>
          <Stat
            label="Missing cells"
            value={0.082}
            format="percent"
            n={140_000}
            interval={{ low: 0.079, high: 0.085, level: 0.95 }}
            delta={{ value: 0.012, format: 'percent', good: 'down' }}
            onOpen={() => undefined}
          />
        </Card>
        <Card>
          <Stat
            label="Rows"
            value={10_000}
            href="#rows"
            aside={<Sparkline values={[3, 4, 4, 7, 9, 10]} label="Rows" width={64} />}
          />
        </Card>
        <Card>
          <Stat
            label="Selection rate ratio"
            value={null}
            reason="Fewer than 30 rows in group C"
            onOpen={() => undefined}
          />
        </Card>
        <Card>
          <Stat label="Read" value={148_200} unit="rows/s" format="compact" />
        </Card>
      </div>
      <div className="grid gap-4 lg:grid-cols-2">
        <Card title="What is this number?">
          <MeasurementPanel
            name="Share of missing cells"
            definition="Cells without a value, over all cells of the version."
            method="Counted exactly; Wilson interval."
            version="1.2"
            inputs={[{ label: 'Wildlife strikes, version 3', detail: 'sha256:9f2c…', href: '#v3' }]}
            n={140_000}
            value={0.082}
            format="percent"
            interval={{ low: 0.079, high: 0.085, level: 0.95 }}
            computedAt="2025-03-02T09:12:00Z"
            history={[0.09, 0.091, 0.088, 0.085, 0.082].map((value, i) => ({ at: i, value }))}
          />
        </Card>
        <Card title="Facts">
          <KeyValue
            items={[
              { key: 'l', label: 'Licence', value: 'Public domain', hint: 'United States Government work' },
              { key: 'o', label: 'Owner', value: 'Data office' },
              {
                key: 'd',
                label: 'Change',
                value: <DiffText before="Height in feet" after="Height above ground in feet" />,
              },
            ]}
          />
          <div className="mt-4">
            <CodeBlock label="Command" code="npm run -s assay -- ledger verify log.jsonl --key public.pem" />
          </div>
          <div className="mt-4">
            <Tabs
              label="Views"
              items={[
                { id: 'a', label: 'Profile', content: 'Profile of columns' },
                { id: 'b', label: 'Bias', count: 2, content: 'Shares per group' },
              ]}
            />
          </div>
        </Card>
      </div>
      <DataGrid
        label="Rows"
        className="h-96"
        columns={columns}
        rowCount={1_000_000}
        getRow={gridRow}
        sort={gridSort}
        onSort={setGridSort}
        onFilter={() => undefined}
        onStatistics={() => undefined}
      />
    </Section>
  );
}

export function ChartsGallery() {
  const percent = useCallback((v: number) => formatNumber(v, 'en', 'percent'), []);
  return (
    <Section id="charts" title="Charts">
      <div className="grid gap-4 lg:grid-cols-2">
        <Card>
          <Histogram
            title="Height"
            edges={bins}
            series={[
              { name: 'Real', values: countsA },
              { name: 'Synthetic', values: countsB },
            ]}
            onSelect={() => undefined}
          />
        </Card>
        <Card>
          <BarChart title="Selection rate" items={groups} format={percent} onSelect={() => undefined} />
        </Card>
        <Card>
          <IntervalPlot
            title="Share against population"
            items={groups}
            format={percent}
            reference={{ value: 0.4, label: 'Population' }}
          />
        </Card>
        <Card>
          <Heatmap title="Correlations" rows={names} columns={names} values={matrix} />
        </Card>
        <Card>
          <LineChart
            title="Rows per month"
            series={[
              { name: 'Real', points: countsA.map((y, i) => ({ x: Date.UTC(2024, i, 1), y })) },
              { name: 'Synthetic', points: countsB.map((y, i) => ({ x: Date.UTC(2024, i, 1), y })) },
            ]}
          />
        </Card>
        <Card>
          <BoxSummary
            title="Speed by phase"
            items={[
              { label: 'Climb', min: 40, q1: 90, median: 120, q3: 150, max: 220, outliers: [280, 300] },
              { label: 'Approach', min: 30, q1: 70, median: 100, q3: 130, max: 190 },
            ]}
          />
        </Card>
        <Card title="Types">
          <StackedShare
            label="Column types"
            parts={[
              { key: 'a', label: 'Category', count: 7 },
              { key: 'b', label: 'Integer', count: 4 },
              { key: 'c', label: 'Text', count: 2 },
              { key: 'd', label: 'Date', count: 1 },
              { key: 'm', label: 'Missing', count: 1, tone: 'missing' },
            ]}
            onSelect={() => undefined}
          />
        </Card>
      </div>
    </Section>
  );
}
