import { test as base, expect } from '@playwright/test';
import { importTable } from './import-table.ts';
import { newPerson, newPlace, type Person } from './person.ts';
import { strikesCsv } from './wildlife-strikes.ts';

type State = Awaited<ReturnType<Person['context']['storageState']>>;

export type Team = {
  manager: Person;
  org: string;
  projectId: string;
  sourceId: string;
  /** `/o/<slug>` and what is below. */
  path: (within: string) => string;
  state: State;
};

/** A text that a spreadsheet would run. It is the most frequent value of the column "Remark". */
export const FORMULA = '=CONCATENATE("a","b")';

function table(): string {
  const [header, ...rows] = strikesCsv().trim().split('\n').slice(0, 301);
  const quoted = `"${FORMULA.replaceAll('"', '""')}"`;
  return [`${header},Remark`, ...rows.map((row, at) => `${row},${at % 3 === 0 ? 'seen' : quoted}`)].join(
    '\n',
  );
}

/**
 * Tests whose page is signed in: as the manager of one organisation with one imported source, which are made once
 * for all of them. Each test has its own browser context; nothing it does may change what others need.
 */
export const test = base.extend<object, { team: Team }>({
  team: [
    async ({ browser }, use, info) => {
      const { baseURL } = info.project.use;
      const manager = await newPerson(browser, baseURL, 'Team Manager');
      const { slug: org } = await manager.api().organisation.create.mutate({ name: 'Team of the tests' });
      const { id: projectId } = await manager.api(org).project.create.mutate({ name: 'Bird strikes' });
      const source = await importTable(
        { person: manager, org, projectId },
        { name: 'Strikes of the team', csv: table() },
      );
      await use({
        manager,
        org,
        projectId,
        sourceId: source.id,
        path: (within) => `/o/${org}${within}`,
        state: await manager.context.storageState(),
      });
      await manager.context.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  page: async ({ page }, use) => {
    // A page that draws itself anew, because it came alive otherwise than the server drew it, says so nowhere else.
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    await use(page);
    expect(faults).toEqual([]);
  },
  storageState: async ({ team }, use) => use(team.state),
  extraHTTPHeaders: async ({ team: _ }, use) => use(newPlace()),
});

export { expect };
