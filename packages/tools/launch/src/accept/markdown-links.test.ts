import { expect, test } from 'vitest';
import { anchorsOf, linksOf } from './markdown-links.ts';

test('finds relative links and images, and none in code or with a scheme', () => {
  const page = [
    '[a](docs/a.md) ![b](images/b.png "title") [c](#part)',
    '[out](https://example.com) [mail](mailto:a@example.com) `[no](code.md)`',
    '```sh',
    '[no](block.md)',
    '```',
    '| [d](d.md#e) |',
  ].join('\n');
  expect(linksOf(page)).toEqual(['docs/a.md', 'images/b.png', '#part', 'd.md#e']);
});

test('names headings as hosts of Markdown do', () => {
  const page = '# One & two\n## `code`, Again!\n## Part\n## Part\n```\n# no\n```\n';
  expect([...anchorsOf(page)]).toEqual(['one--two', 'code-again', 'part', 'part-1']);
});
