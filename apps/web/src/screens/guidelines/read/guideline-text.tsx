'use client';

import { UiLink } from '@assay/ui';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import Markdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { INLINE_LINK, proseComponents } from '../../guide/prose-components.tsx';

/** Markdown that people of the project wrote: HTML in it is text, links lead out of the application, pictures are named. */
export function GuidelineText({ text, section }: { text: string; section: string }) {
  const t = useTranslations('guidelines.text');
  const components: Components = {
    ...proseComponents((part, place) => t(part, { place, section })),
    // The section has the heading of the second level: those within it come below, whatever their mark.
    h1: Heading,
    h2: Heading,
    h3: Heading,
    h4: Heading,
    h5: Heading,
    h6: Heading,
    a: ({ href, children }) =>
      href !== undefined && /^https?:/.test(href) ? (
        <UiLink href={href} target="_blank" rel="noreferrer" className={INLINE_LINK}>
          {children}
        </UiLink>
      ) : (
        children
      ),
    img: ({ alt }) => (alt === undefined || alt === '' ? null : <em>{alt}</em>),
  };
  return (
    <div className="text-base leading-7 text-fg-secondary wrap-anywhere [&>:last-child]:mb-0">
      <Markdown remarkPlugins={[remarkGfm]} components={components}>
        {text}
      </Markdown>
    </div>
  );
}

function Heading({ children }: { children?: ReactNode }) {
  return <h3 className="mt-6 mb-2 text-base font-semibold text-fg first:mt-0">{children}</h3>;
}
