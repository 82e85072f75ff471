/** Where a link on a page of the guide leads: to another page, a place on this one, a picture, or out of the guide. */
export type GuideTarget =
  | { kind: 'page'; page: string; anchor: string }
  | { kind: 'image'; file: string }
  | { kind: 'away'; href: string }
  | { kind: 'none' };

/** Stands for docs/. */
const ROOT = 'http://docs';

/**
 * Resolves a link as Markdown on disk has it, relative to the page's own file.
 *
 * @param from the page's path below docs/, without the ending
 * @param pages the paths of all pages
 */
export function guideTarget(from: string, href: string, pages: ReadonlySet<string>): GuideTarget {
  if (/^https?:/.test(href)) return { kind: 'away', href };
  const [file = '', anchor = ''] = href.split('#');
  if (/^[a-z][a-z+.-]*:/i.test(href)) return { kind: 'none' };
  if (file === '') return { kind: 'page', page: from, anchor };
  // Browsers resolve addresses too, but only here is it known what is a page.
  const { host, pathname } = new URL(file, `${ROOT}/${from}`);
  if (host !== new URL(ROOT).host) return { kind: 'none' };
  const full = decodeURIComponent(pathname.slice(1));
  const page = full.replace(/\.md$/, '');
  if (full.endsWith('.md') && pages.has(page)) return { kind: 'page', page, anchor };
  if (/^images\/[a-z0-9-]+\.png$/.test(full)) return { kind: 'image', file: full.slice('images/'.length) };
  return { kind: 'none' };
}

/** The address of a page below `/o/<org>`; the list of metrics is part of the front page. */
export function guidePath(page: string, anchor = ''): string {
  const place = page === 'metrics/README' ? '/guide' : `/guide/${page}`;
  return anchor === '' ? place : `${place}#${anchor}`;
}

/** The anchor of a heading, as common viewers of Markdown make it: lower case, without marks, spaces as hyphens. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-');
}
