'use client';

import type { MetricId } from '@assay/contracts';
import type { ReactNode } from 'react';
import { useOrg } from './org-context.tsx';

const LINK =
  '-my-1 inline-block rounded-sm py-1 font-medium text-accent-text underline decoration-accent-text/40 underline-offset-2 hover:decoration-current';
const PLAIN =
  '-my-1 inline-block rounded-sm py-1 underline decoration-fg-muted decoration-dotted underline-offset-4 hover:text-accent-text hover:decoration-current';

type GuidePage = `metrics/${MetricId}` | `generators/${string}` | 'blind-tests';

/** The id of the words in the frame of all pages that say what such a link does. */
export const NEW_TAB = 'opens-in-new-tab';

/** A link to a page of the guide. It opens beside what one is doing, so that nothing half done is lost. */
export function GuideLink({
  page,
  anchor,
  plain = false,
  children,
}: {
  page: GuidePage;
  anchor?: string;
  /** Dotted like a figure that opens, in the colour of its text. */
  plain?: boolean;
  children: ReactNode;
}) {
  const { path } = useOrg();
  return (
    // A new tab loads the page whole: there is nothing for the router to fetch ahead.
    <a
      href={path(`/guide/${page}${anchor === undefined ? '' : `#${anchor}`}`)}
      target="_blank"
      rel="noopener"
      aria-describedby={NEW_TAB}
      className={plain ? PLAIN : LINK}
    >
      {children}
    </a>
  );
}
