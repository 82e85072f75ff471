'use client';

import { imageFormat, imageMark, imageOrder } from '@assay/contracts';
import { Button, Card, Chip, EmptyState, LinkButton, SearchInput, Select, TextLink } from '@assay/ui';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { ImageOff, Images, SearchX, Upload } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { LoadingCard, NotAllowedCard } from '~/shell/list-states.tsx';
import { useOrg } from '~/shell/org-context.tsx';
import { QueryState } from '~/shell/page-states.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { ProjectFrame } from '../projects/project-frame.tsx';
import type { Project } from '../projects/project-types.ts';
import { ImageGrid } from './image-grid.tsx';
import { LabelPictures } from './label-pictures.tsx';
import { useImageFilter } from './use-image-filter.ts';

const PAGE = 60;
/** How long one types before the list follows. */
const SETTLED_MS = 250;

/** The pictures of a project. */
export function ProjectImages({ projectId }: { projectId: string }) {
  const t = useTranslations('images.list');
  const { path } = useOrg();
  return (
    <ProjectFrame
      projectId={projectId}
      actions={({ permissions }) =>
        permissions.includes('image.import') ? (
          <LinkButton
            variant="primary"
            href={path(`/projects/${projectId}/images/new`)}
            icon={<Upload aria-hidden />}
          >
            {t('import')}
          </LinkButton>
        ) : undefined
      }
    >
      {(project) =>
        project.permissions.includes('image.read') ? (
          <Gallery project={project} />
        ) : (
          <NotAllowedCard title={t('notAllowedTitle')} body={t('notAllowedBody')} />
        )
      }
    </ProjectFrame>
  );
}

function Gallery({ project: { id: projectId, permissions } }: { project: Project }) {
  const t = useTranslations('images.list');
  const words = useTranslations('images');
  const trpc = useTRPC();
  const { path } = useOrg();
  const { filter, filtered, replace, query: address } = useImageFilter();
  const { search = '', ...rest } = filter;
  const { order: _, ...asked } = filter;
  const query = useInfiniteQuery(
    trpc.image.list.infiniteQueryOptions(
      { projectId, limit: PAGE, ...rest, ...(search === '' ? {} : { search }) },
      { getNextPageParam: (page) => page.next ?? undefined, placeholderData: keepPreviousData },
    ),
  );
  return (
    <QueryState query={query} loading={<LoadingCard />}>
      {({ pages }) => {
        const images = pages.flatMap((page) => page.images);
        const total = pages[0]?.total;
        if (total?.images === 0) {
          return (
            <Card>
              <EmptyState
                icon={<Images aria-hidden />}
                title={t('noneTitle')}
                description={t('noneBody')}
                action={
                  permissions.includes('image.import') ? (
                    <LinkButton
                      href={path(`/projects/${projectId}/images/new`)}
                      icon={<Upload aria-hidden />}
                    >
                      {t('import')}
                    </LinkButton>
                  ) : undefined
                }
              />
            </Card>
          );
        }
        return (
          <div className="flex flex-col gap-4">
            <div className="flex flex-wrap items-center gap-2">
              <PathSearch value={search} onChange={(value) => replace({ search: value || null })} />
              <Select
                aria-label={t('mark')}
                className="w-full sm:w-48"
                value={filter.mark ?? ''}
                onChange={(event) => replace({ mark: event.target.value || null })}
                options={[
                  { value: '', label: t('anyMark') },
                  ...imageMark.options.map((value) => ({ value, label: words(`marks.${value}`) })),
                ]}
              />
              <Select
                aria-label={t('format')}
                className="w-full sm:w-36"
                value={filter.format ?? ''}
                onChange={(event) => replace({ format: event.target.value || null })}
                options={[
                  { value: '', label: t('anyFormat') },
                  ...imageFormat.options.map((value) => ({ value, label: value.toUpperCase() })),
                ]}
              />
              <Select
                aria-label={t('order')}
                className="w-full sm:w-52"
                value={filter.order}
                onChange={(event) =>
                  replace({ order: event.target.value === 'newest' ? null : event.target.value })
                }
                options={imageOrder.options.map((value) => ({ value, label: words(`orders.${value}`) }))}
              />
              {filter.importId === undefined ? null : (
                <Chip label={t('ofImport')} selected onRemove={() => replace({ import: null })} />
              )}
              {filter.alike === undefined ? null : (
                <Chip label={t('ofAlike')} selected onRemove={() => replace({ alike: null })} />
              )}
              {filtered ? (
                <Button
                  variant="quiet"
                  onClick={() =>
                    replace({ search: null, mark: null, format: null, import: null, alike: null })
                  }
                >
                  {t('clear')}
                </Button>
              ) : null}
              <span className="ms-auto flex flex-wrap items-center gap-3 text-sm">
                {permissions.includes('run.import') && total?.matching !== 0 ? (
                  <LabelPictures projectId={projectId} filter={asked} />
                ) : null}
                <TextLink href={path(`/projects/${projectId}/image-imports`)}>{t('toImports')}</TextLink>{' '}
                <TextLink href={path(`/projects/${projectId}/images/compare`)}>{t('toCompare')}</TextLink>
              </span>
            </div>
            <p className="text-sm text-fg-secondary" role="status">
              {total == null
                ? ''
                : filtered
                  ? t('matching', { matching: total.matching, images: total.images })
                  : t('total', { images: total.images, marked: total.marked })}
            </p>
            {images.length === 0 ? (
              <Card>
                <EmptyState
                  icon={filtered ? <SearchX aria-hidden /> : <ImageOff aria-hidden />}
                  title={t('noMatchTitle')}
                  description={t('noMatchBody')}
                />
              </Card>
            ) : (
              <ImageGrid images={images} list={address} />
            )}
            {query.hasNextPage ? (
              <Button
                className="self-center"
                loading={query.isFetchingNextPage}
                onClick={() => void query.fetchNextPage()}
              >
                {t('more')}
              </Button>
            ) : null}
          </div>
        );
      }}
    </QueryState>
  );
}

/** Follows what is typed once it settles; what the address says wins when it changes by itself. */
function PathSearch({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const t = useTranslations('images.list');
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => onChange(typed), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [typed, value, onChange]);
  return <SearchInput label={t('search')} value={typed} maxLength={200} onChange={setTyped} />;
}
