import { ScrollRegion, UiLink } from '@assay/ui';
import { isValidElement, type ReactNode } from 'react';
import Markdown, { type Components, type ExtraProps } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { anchorOf, guidePath, guideTarget } from './guide-address.ts';

type Props = {
  /** The page's path, which its links are relative to. */
  page: string;
  text: string;
  pages: readonly string[];
  /** The address of the organisation, before `/guide`. */
  base: string;
  /** Names the tables and blocks of code, which scroll, to those who only hear them: the first, the second. */
  nameOf: (part: 'table' | 'code', place: number) => string;
};

/** Within a sentence a link breaks like its words do. */
const INLINE =
  'rounded-sm font-medium text-accent-text underline decoration-accent-text/40 underline-offset-2 hover:decoration-current';

/** The words of a heading, whatever marks are in it. */
function wordsOf(node: ReactNode): string {
  if (typeof node === 'string' || typeof node === 'number') return String(node);
  if (Array.isArray(node)) return node.map(wordsOf).join('');
  return isValidElement<{ children?: ReactNode }>(node) ? wordsOf(node.props.children) : '';
}

/** A page's Markdown as elements: nothing in it is taken for HTML, and links lead to pages of the guide or away. */
export function GuideText({ page, text, pages, base, nameOf }: Props) {
  const known = new Set(pages);
  const places = { table: new Map<number, number>(), code: new Map<number, number>() };
  const named = (part: 'table' | 'code', node: ExtraProps['node']) => {
    const line = node?.position?.start.line ?? 0;
    const place = places[part].get(line) ?? places[part].size + 1;
    places[part].set(line, place);
    return nameOf(part, place);
  };
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
    p: ({ children }) => <p className="my-4 text-pretty first:mt-0">{children}</p>,
    ul: ({ children }) => (
      <ul className="my-4 list-disc space-y-1.5 pl-6 marker:text-fg-muted">{children}</ul>
    ),
    ol: ({ children }) => (
      <ol className="my-4 list-decimal space-y-1.5 pl-6 marker:text-fg-muted">{children}</ol>
    ),
    strong: ({ children }) => <strong className="font-semibold text-fg">{children}</strong>,
    blockquote: ({ children }) => (
      <blockquote className="my-4 border-l-4 border-line-strong pl-4 text-fg-secondary">
        {children}
      </blockquote>
    ),
    hr: () => <hr className="my-8 border-line" />,
    code: ({ children }) => (
      <code className="rounded-sm bg-sunken px-1 py-0.5 font-mono text-[0.875em] wrap-anywhere in-[pre]:bg-transparent in-[pre]:p-0 in-[pre]:wrap-normal">
        {children}
      </code>
    ),
    pre: ({ node, children }) => (
      <ScrollRegion label={named('code', node)} className="my-5 rounded-lg border border-line bg-sunken">
        <pre className="w-max min-w-full px-4 py-3 font-mono text-sm leading-6">{children}</pre>
      </ScrollRegion>
    ),
    table: ({ node, children }) => (
      <ScrollRegion label={named('table', node)} className="my-5 rounded-lg border border-line bg-surface">
        <table className="w-full border-collapse text-sm leading-6">{children}</table>
      </ScrollRegion>
    ),
    // A table whose first line is empty has no headings: its cells speak for themselves.
    thead: ({ children }) => (wordsOf(children).trim() === '' ? null : <thead>{children}</thead>),
    th: ({ children, style }) => (
      <th
        scope="col"
        style={style}
        className="border-b border-line px-3 py-2 text-left align-bottom font-semibold text-fg"
      >
        {children}
      </th>
    ),
    td: ({ children, style }) => (
      <td
        style={style}
        className="border-b border-line px-3 py-2 align-top tabular-nums in-[tr:last-child]:border-b-0"
      >
        {children}
      </td>
    ),
    a: ({ href, children }) => {
      const target = guideTarget(page, href ?? '', known);
      if (target.kind === 'page')
        return (
          <UiLink href={`${base}${guidePath(target.page, target.anchor)}`} className={INLINE}>
            {children}
          </UiLink>
        );
      if (target.kind === 'away')
        return (
          <UiLink href={target.href} target="_blank" rel="noreferrer" className={INLINE}>
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
