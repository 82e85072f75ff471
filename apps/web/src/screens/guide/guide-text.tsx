import { UiLink } from '@assay/ui';
import Markdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { anchorOf, guidePath, guideTarget } from './guide-address.ts';
import { INLINE_LINK, type NameOfPart, proseComponents, wordsOf } from './prose-components.tsx';

type Props = {
  /** The page's path, which its links are relative to. */
  page: string;
  text: string;
  pages: readonly string[];
  /** The address of the organisation, before `/guide`. */
  base: string;
  nameOf: NameOfPart;
};

/** A page's Markdown as elements: nothing in it is taken for HTML, and links lead to pages of the guide or away. */
export function GuideText({ page, text, pages, base, nameOf }: Props) {
  const known = new Set(pages);
  const components: Components = {
    h2: ({ children }) => (
      <h2
        id={anchorOf(wordsOf(children))}
        className="mt-10 mb-3 scroll-mt-20 text-xl font-semibold tracking-tight text-fg first:mt-0"
      >
        {children}
      </h2>
    ),
    h3: ({ children }) => (
      <h3 id={anchorOf(wordsOf(children))} className="mt-7 mb-2 scroll-mt-20 text-base font-semibold text-fg">
        {children}
      </h3>
    ),
    ...proseComponents(nameOf),
    a: ({ href, children }) => {
      const target = guideTarget(page, href ?? '', known);
      if (target.kind === 'page')
        return (
          <UiLink href={`${base}${guidePath(target.page, target.anchor)}`} className={INLINE_LINK}>
            {children}
          </UiLink>
        );
      if (target.kind === 'away')
        return (
          <UiLink href={target.href} target="_blank" rel="noreferrer" className={INLINE_LINK}>
            {children}
          </UiLink>
        );
      return <>{children}</>;
    },
    img: ({ src, alt }) => {
      const target = guideTarget(page, String(src ?? ''), known);
      if (target.kind !== 'image') return null;
      // A picture of the documentation has no size that is known here, and is small.
      return (
        <img
          src={`/api/guide/images/${target.file}`}
          alt={alt ?? ''}
          loading="lazy"
          className="my-6 h-auto max-w-full rounded-lg border border-line"
        />
      );
    },
  };
  return (
    <Markdown
      remarkPlugins={[remarkGfm]}
      components={components}
      // Links are judged above, against the pages that there are.
      urlTransform={(url) => url}
    >
      {text}
    </Markdown>
  );
}
