import { anchorOf } from './guide-address.ts';

/** The sections of a page, for its table of contents. */
export function guideHeadings(text: string): { title: string; anchor: string }[] {
  return text
    .replaceAll(/^```[\s\S]*?^```/gm, '')
    .split('\n')
    .flatMap((line) => {
      const title = /^## +(.+)$/.exec(line)?.[1]?.replaceAll(/[`*_]/g, '').trim();
      return title === undefined ? [] : [{ title, anchor: anchorOf(title) }];
    });
}
