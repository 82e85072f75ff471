'use client';

import { Callout, Card, DataTable, NumberText, TextLink } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { PictureFiguresTable } from '../images/picture-figures-table.tsx';
import { GateTable } from '../reports/gates-card.tsx';
import { ReportState } from '../reports/states.tsx';
import type { Release } from './use-release.ts';

type Pictures = NonNullable<NonNullable<Release['checks']>['pictures']>;

/** What was found of the pictures of a release: gates, the figures behind them, and by what right they are used. */
export function PicturesCards({ pictures, mayLook }: { pictures: Pictures; mayLook: boolean }) {
  const t = useTranslations('releases.pictures');
  return (
    <>
      <Card
        title={
          <span className="flex flex-wrap items-center gap-2">
            {t('gates')}
            <ReportState report={{ status: 'READY', verdict: pictures.verdict }} />
          </span>
        }
        description={t('gatesAbout', { count: pictures.pictures, runs: pictures.runs.join(', ') })}
        flush
      >
        {pictures.byStandardGates ? (
          <div className="p-4">
            <Callout tone="info" title={t('standardTitle')}>
              {t('standardBody')}
            </Callout>
          </div>
        ) : null}
        <GateTable gates={pictures.gates} />
      </Card>
      <Card title={t('figures')} description={t('figuresAbout')} flush>
        <PictureFiguresTable caption={t('figures')} figures={pictures.figures} mayLook={mayLook} />
      </Card>
      <Rights rights={pictures.rights} mayLook={mayLook} />
    </>
  );
}

function Rights({ rights, mayLook }: { rights: Pictures['rights']; mayLook: boolean }) {
  const t = useTranslations('releases.pictures');
  const origins = useTranslations('images.origins');
  const imports = useTranslations('images.imports');
  const { path } = useOrg();
  return (
    <Card title={t('rights')} description={t('rightsAbout')} flush>
      <DataTable
        caption={t('rights')}
        dense
        narrow="cards"
        rows={rights}
        rowKey={(each) => [each.importId, each.generator, each.model, each.licence].join('\n')}
        columns={[
          {
            id: 'import',
            header: t('import'),
            rowHeader: true,
            cell: ({ importId, number, name }) => {
              const text = imports('numbered', { number, name });
              return (
                <span className="wrap-anywhere">
                  {mayLook ? <TextLink href={path(`/image-imports/${importId}`)}>{text}</TextLink> : text}
                </span>
              );
            },
          },
          {
            id: 'pictures',
            header: t('count'),
            numeric: true,
            cell: ({ pictures }) => <NumberText value={pictures} />,
          },
          { id: 'origin', header: t('origin'), cell: ({ origin }) => origins(origin) },
          { id: 'generator', header: t('madeBy'), cell: ({ generator }) => <Text text={generator} /> },
          ...(rights.some(({ model }) => model !== '')
            ? [
                {
                  id: 'model',
                  header: t('model'),
                  cell: ({ model }: Pictures['rights'][number]) => <Text text={model} />,
                },
              ]
            : []),
          { id: 'licence', header: t('licence'), cell: ({ licence }) => <Text text={licence} /> },
          {
            id: 'attribution',
            header: t('attribution'),
            cell: ({ attribution }) => <Text text={attribution} />,
          },
        ]}
      />
    </Card>
  );
}

function Text({ text }: { text: string }) {
  return <span className="wrap-anywhere">{text === '' ? '–' : text}</span>;
}
