'use client';

import { commentParts } from '@assay/domain';
import { cn, UiLink } from '@assay/ui';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import Markdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { useOrg } from '~/shell/org-context.tsx';
import { INLINE_LINK, proseComponents } from '../guide/prose-components.tsx';
import type { Comment } from './comment-types.ts';

const MENTION = '#mention-';

type Node = { type: string; value?: string; url?: string; children?: Node[] };

/** Makes `<@id>` in running text a link to the person; what stands in code stays as it is. */
function remarkMentions() {
  const walk = (node: Node): void => {
    node.children = node.children?.flatMap((child): Node[] => {
      if (child.type !== 'text') {
        walk(child);
        return [child];
      }
      return commentParts(child.value ?? '').map((part) =>
        part.kind === 'text'
          ? { type: 'text', value: part.text }
          : { type: 'link', url: `${MENTION}${part.userId}`, children: [] },
      );
    }) as Node[];
  };
  return (tree: Node): void => walk(tree);
}

/** Markdown as people write it to each other: HTML is text, links lead out, pictures are named, people are marked. */
export function CommentText({ comment }: { comment: Pick<Comment, 'text' | 'mentions'> }) {
  const t = useTranslations('comments');
  const { person } = useOrg();
  const components: Components = {
    ...proseComponents((part, place) => t('part', { part, place })),
    p: ({ children }) => <p className="my-2 text-pretty first:mt-0 last:mb-0">{children}</p>,
    h1: Heading,
    h2: Heading,
    h3: Heading,
    h4: Heading,
    h5: Heading,
    h6: Heading,
    a: ({ href, children }) => {
      if (href?.startsWith(MENTION) === true) {
        const userId = href.slice(MENTION.length);
        const name = comment.mentions.find((each) => each.userId === userId)?.name ?? t('somebody');
        return (
          <span
            className={cn(
              'rounded-sm px-1 font-medium',
              userId === person.id ? 'bg-accent text-on-accent' : 'bg-accent-soft text-accent-text',
            )}
          >
            @{name}
          </span>
        );
      }
      return href !== undefined && /^https?:/.test(href) ? (
        <UiLink href={href} target="_blank" rel="noreferrer" className={INLINE_LINK}>
          {children}
        </UiLink>
      ) : (
        children
      );
    },
    img: ({ alt }) => <em>{alt === undefined || alt === '' ? t('picture') : alt}</em>,
    // Boxes of a list of tasks are marks, not controls.
    input: ({ checked }) => <span aria-hidden>{checked === true ? '☑ ' : '☐ '}</span>,
  };
  return (
    <div className="text-sm leading-6 wrap-anywhere">
      <Markdown remarkPlugins={[remarkGfm, remarkMentions]} components={components}>
        {comment.text}
      </Markdown>
    </div>
  );
}

function Heading({ children }: { children?: ReactNode }) {
  return <p className="mt-3 mb-1 font-semibold first:mt-0">{children}</p>;
}
