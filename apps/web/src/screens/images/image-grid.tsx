'use client';

import { UiLink } from '@assay/ui';
import { useTranslations } from 'next-intl';
import { useOrg } from '~/shell/org-context.tsx';
import { MarkBadges } from './image-badges.tsx';
import { imageHref, type ListedImage, nameOfPath } from './image-types.ts';

/**
 * Pictures as cards: what cannot be seen is neither laid out nor loaded. With `list`, `?…` of an address, the page of a
 * picture leads on through that list.
 */
export function ImageGrid({ images, list = '' }: { images: readonly ListedImage[]; list?: string }) {
  const t = useTranslations('images.list');
  return (
    <ul
      aria-label={t('caption')}
      className="grid grid-cols-2 gap-3 sm:grid-cols-3 md:grid-cols-4 xl:grid-cols-6"
    >
      {images.map((image) => (
        <ImageCard key={image.id} image={image} list={list} />
      ))}
    </ul>
  );
}

function ImageCard({ image, list }: { image: ListedImage; list: string }) {
  const { path, organisation } = useOrg();
  const { id, width, height, marks, format } = image;
  const name = nameOfPath(image.path);
  return (
    <li className="min-w-0 [contain-intrinsic-size:auto_14rem] [content-visibility:auto]">
      <UiLink
        href={path(`/images/${id}${list}`)}
        className="ring-inside group flex h-full flex-col overflow-hidden rounded-lg border border-line bg-surface hover:border-line-strong"
      >
        <span className="flex aspect-square items-center justify-center bg-sunken">
          <img
            src={imageHref(organisation.slug, id, 'thumbnail')}
            alt=""
            loading="lazy"
            decoding="async"
            className="max-h-full max-w-full object-contain"
          />
        </span>
        <span className="flex flex-col gap-1 px-2.5 py-2">
          <span className="truncate text-sm font-medium text-fg" title={image.path}>
            {name}
          </span>
          <span className="text-xs text-fg-muted tabular-nums">
            {width} × {height} · {format.toUpperCase()}
          </span>
          {marks.length === 0 ? null : (
            <span className="flex flex-wrap gap-1">
              <MarkBadges marks={marks} />
            </span>
          )}
        </span>
      </UiLink>
    </li>
  );
}
