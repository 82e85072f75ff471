'use client';

import { imageMeasure } from '@assay/contracts';
import {
  Badge,
  Bytes,
  Callout,
  Card,
  DateTime,
  KeyValue,
  LinkButton,
  NumberText,
  PageHeader,
  TextLink,
} from '@assay/ui';
import { skipToken } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { useCrumbs } from '~/shell/use-crumbs.ts';
import { useTRPC } from '~/trpc/client.tsx';
import { useQuery } from '~/trpc/use-query.ts';
import { useMay } from '../../sources/use-source.ts';
import { MarkBadges } from '../image-badges.tsx';
import { ImageGrid } from '../image-grid.tsx';
import { type ImageView, imageHref, nameOfPath } from '../image-types.ts';
import { useImageFilter } from '../use-image-filter.ts';
import { PictureViewer } from './picture-viewer.tsx';

/** One picture: to look at closely, with what is known of it. */
export function ImageScreen({ imageId }: { imageId: string }) {
  const t = useTranslations('images.titles');
  const trpc = useTRPC();
  const { filter, isOfList } = useImageFilter();
  const query = useQuery(trpc.image.get.queryOptions(isOfList ? { imageId, ...filter } : { imageId }));
  return (
    <QueryState query={query} title={t('one')}>
      {(image) => <Picture key={image.id} image={image} />}
    </QueryState>
  );
}

function Picture({ image }: { image: ImageView }) {
  const t = useTranslations('images.view');
  const words = useTranslations('images');
  const crumbs = useCrumbs();
  const { path, organisation } = useOrg();
  const { project } = useMay(image.projectId);
  const { query: list, isOfList } = useImageFilter();
  const name = nameOfPath(image.path);
  return (
    <>
      <PageHeader
        title={name}
        breadcrumbs={crumbs([
          { label: project?.name ?? '…', href: path(`/projects/${image.projectId}`) },
          {
            label: words('titles.list'),
            href: path(`/projects/${image.projectId}/images${isOfList ? list : ''}`),
          },
          { label: name },
        ])}
        badges={<MarkBadges marks={image.marks} />}
        actions={
          <LinkButton
            href={imageHref(organisation.slug, image.id, 'original')}
            icon={<Download aria-hidden />}
            download
          >
            {t('original')}
          </LinkButton>
        }
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <PictureViewer image={image} list={isOfList ? list : ''} />
          <Alike image={image} />
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <Notices image={image} />
          <Made image={image} />
          <Facts image={image} />
          <Measures image={image} />
        </div>
      </div>
    </>
  );
}

function Notices({ image }: { image: ImageView }) {
  const t = useTranslations('images.view');
  const words = useTranslations('images.notices');
  const { notices } = image.facts;
  if (notices.length === 0) return null;
  const isPrivate = notices.some((notice) => notice.code === 'place-found');
  return (
    <Callout tone={isPrivate ? 'warn' : 'info'} title={t('notices')}>
      <ul className="flex flex-col gap-1">
        {notices.map((notice) => {
          const { code, ...values } = notice;
          return (
            <li key={code} className="wrap-anywhere">
              {words.has(code as never) ? words(code as never, values as never) : code}
            </li>
          );
        })}
      </ul>
    </Callout>
  );
}

function Facts({ image }: { image: ImageView }) {
  const t = useTranslations('images.view');
  const words = useTranslations('images');
  const { path } = useOrg();
  const { facts, width, height } = image;
  const { about } = image.import;
  return (
    <Card title={t('facts')}>
      <KeyValue
        items={[
          { key: 'path', label: t('path'), value: <span className="wrap-anywhere">{image.path}</span> },
          {
            key: 'pixels',
            label: t('size'),
            value: t('pixels', { width, height, megapixels: Math.round((width * height) / 1e5) / 10 }),
          },
          {
            key: 'format',
            label: t('format'),
            value: (
              <span className="flex flex-wrap items-center gap-2">
                <Badge>{image.format.toUpperCase()}</Badge>
                <Bytes value={image.bytes} />
              </span>
            ),
          },
          {
            key: 'depth',
            label: t('depth'),
            value: t('depthValue', { channels: facts.channels, bits: facts.bitDepth }),
          },
          ...(facts.takenAt === null ? [] : [{ key: 'taken', label: t('takenAt'), value: facts.takenAt }]),
          {
            key: 'import',
            label: t('import'),
            value: (
              <TextLink href={path(`/image-imports/${image.import.id}`)} className="wrap-anywhere">
                {words('imports.numbered', { number: image.import.number, name: image.import.name })}
              </TextLink>
            ),
          },
          { key: 'origin', label: t('origin'), value: words(`origins.${about.origin}`) },
          ...(about.generator === '' || image.made?.generator
            ? []
            : [{ key: 'generator', label: words('new.generator'), value: about.generator }]),
          ...(about.licence === '' || image.made?.licence
            ? []
            : [{ key: 'licence', label: words('new.licence'), value: about.licence }]),
          ...(about.attribution === ''
            ? []
            : [{ key: 'attribution', label: words('new.attribution'), value: about.attribution }]),
          { key: 'when', label: words('imports.when'), value: <DateTime at={image.createdAt} /> },
          {
            key: 'hash',
            label: t('hash'),
            value: <code className="text-xs wrap-anywhere">{image.sha256}</code>,
          },
        ]}
      />
    </Card>
  );
}

/** What a manifest said of how it was made. */
function Made({ image }: { image: ImageView }) {
  const t = useTranslations('images.view');
  const words = useTranslations('images.new');
  const { made } = image;
  if (made === null) return null;
  const said = (key: string, label: string, text: string) =>
    text === ''
      ? []
      : [{ key, label, value: <span className="whitespace-pre-wrap wrap-anywhere">{text}</span> }];
  const items = [
    ...said('prompt', t('prompt'), made.prompt),
    ...said('seed', t('seed'), made.seed ?? ''),
    ...said('generator', words('generator'), made.generator),
    ...said('model', t('model'), made.model),
    ...said('licence', words('licence'), made.licence),
    ...said('meant', t('meant'), made.labels.join(', ')),
  ];
  if (items.length === 0) return null;
  return (
    <Card title={t('made')}>
      <KeyValue items={items} />
    </Card>
  );
}

const SHARES: ReadonlySet<string> = new Set(['blackShare', 'whiteShare']);

function Measures({ image }: { image: ImageView }) {
  const t = useTranslations('images.view');
  const words = useTranslations('images.measures');
  const measures = imageMeasure.options.flatMap((measure) => {
    const value = image.facts.measures[measure];
    return value === undefined ? [] : [{ measure, value }];
  });
  if (measures.length === 0) return null;
  return (
    <Card title={t('measures')}>
      <KeyValue
        items={measures.map(({ measure, value }) => ({
          key: measure,
          label: words(measure),
          value: (
            <NumberText
              value={value}
              {...(SHARES.has(measure) ? { format: 'percent' as const } : {})}
              digits={3}
            />
          ),
        }))}
      />
    </Card>
  );
}

/** Pictures of the project that look like this one. */
function Alike({ image }: { image: ImageView }) {
  const t = useTranslations('images.view');
  const trpc = useTRPC();
  const { path } = useOrg();
  const { projectId, alike } = image;
  const query = useQuery(
    trpc.image.list.queryOptions(alike === null ? skipToken : { projectId, alike, order: 'path', limit: 13 }),
  );
  const others = (query.data?.images ?? []).filter((each) => each.id !== image.id).slice(0, 12);
  if (alike === null || others.length === 0) return null;
  return (
    <Card
      title={t('alike')}
      actions={
        <TextLink href={path(`/projects/${projectId}/images?alike=${alike}`)}>{t('alikeAll')}</TextLink>
      }
    >
      <div className="flex flex-col gap-3">
        <p className="text-sm text-fg-secondary">{t('alikeBody')}</p>
        <ImageGrid images={others} />
      </div>
    </Card>
  );
}
