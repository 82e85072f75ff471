import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { addSource } from './support/import-table.ts';
import { newPerson } from './support/person.ts';
import { test } from './support/team.ts';

/** What somebody sees at an address: the status, the title, and the page when nothing is loading any more. */
async function seen(page: Page, address: string) {
  const answer = await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  await page.waitForLoadState('networkidle');
  return {
    status: answer?.status(),
    title: await page.title(),
    body: await page.locator('main').first().textContent(),
  };
}

test('a foreign address answers exactly as one of nothing', async ({ page, team, browser, baseURL }) => {
  const other = await newPerson(browser, baseURL, 'Other Owner');
  const api = other.api();
  const { slug: org } = await api.organisation.create.mutate({ name: 'Another organisation' });
  const { id: projectId } = await other.api(org).project.create.mutate({ name: 'Their project' });
  const source = await addSource({ person: other, org, projectId }, { name: 'Theirs', csv: 'a,b\n1,2\n' });
  const { jobs } = await other.api(org).job.list.query({});
  const { events } = await other.api(org).log.list.query({});
  await other.context.close();
  const own = (within: string) => team.path(within);
  const pairs: [string, string][] = [
    [`/o/${org}`, '/o/no-such-organisation'],
    [`/o/${org}/projects/${projectId}`, `/o/no-such-organisation/projects/${randomUUID()}`],
    ...[
      ['/projects/', projectId],
      ['/sources/', source.id],
      ['/jobs/', jobs[0]?.id],
      ['/log/', events[0]?.id],
    ].map(([place, id]): [string, string] => [own(`${place}${id}`), own(`${place}${randomUUID()}`)]),
    [
      own(`/sources/${source.id}/import/${source.versionId}`),
      own(`/sources/${randomUUID()}/import/${randomUUID()}`),
    ],
    [own(`/versions/${source.versionId}`), own(`/versions/${randomUUID()}`)],
  ];
  for (const [foreign, nothing] of pairs) {
    const answer = await seen(page, foreign);
    expect(answer, foreign).toEqual(await seen(page, nothing));
    expect(answer.body, foreign).not.toMatch(/Their project|Theirs|Another organisation/);
  }
});
