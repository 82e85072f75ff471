import { ScrollRegion } from '@assay/ui';
import { isValidElement, type ReactNode } from 'react';
import type { Components, ExtraProps } from 'react-markdown';

/** Within a sentence a link breaks like its words do. */
export const INLINE_LINK =
  'rounded-sm font-medium text-accent-text underline decoration-accent-text/40 underline-offset-2 hover:decoration-current';

/** The words of a heading or a cell, whatever marks are in it. */
export function wordsOf(node: ReactNode): string {
  if (typeof node === 'string' || typeof node === 'number') return String(node);
  if (Array.isArray(node)) return node.map(wordsOf).join('');
  return isValidElement<{ children?: ReactNode }>(node) ? wordsOf(node.props.children) : '';
}

/** Names the tables and blocks of code, which scroll, to those who only hear them: the first, the second. */
export type NameOfPart = (part: 'table' | 'code', place: number) => string;

/** How paragraphs, lists, tables and code of Markdown look; headings, links and pictures are up to who shows it. */
export function proseComponents(nameOf: NameOfPart): Components {
  const places = { table: new Map<number, number>(), code: new Map<number, number>() };
  const named = (part: 'table' | 'code', node: ExtraProps['node']) => {
    const line = node?.position?.start.line ?? 0;
    const place = places[part].get(line) ?? places[part].size + 1;
    places[part].set(line, place);
    return nameOf(part, place);
  };
  return {
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
  };
}
