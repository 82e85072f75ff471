import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeWorld, type TestWorld } from '../testing/test-world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.test.close());

/** The application's own connection without any repository: no statement names an organisation of its own accord. */
async function rowsOf(orgId: string, asOrgId: string): Promise<Record<string, number>> {
  return world.test.deps.db.identity.$transaction(async (t) => {
    const tables = await t.$queryRaw<{ name: string }[]>`
      SELECT c.table_name::text AS name FROM information_schema.columns c
      JOIN information_schema.tables b ON b.table_schema = c.table_schema AND b.table_name = c.table_name
      WHERE c.table_schema = 'public' AND c.column_name = 'org_id' AND b.table_type = 'BASE TABLE'`;
    await t.$queryRaw`SELECT set_config('assay.org_id', ${asOrgId}, true)`;
    const counts: Record<string, number> = {};
    for (const { name } of tables) {
      const [row] = await t.$queryRawUnsafe<{ n: number }[]>(
        `SELECT count(*)::int AS n FROM "${name}" WHERE org_id = $1::uuid`,
        orgId,
      );
      counts[name] = row?.n ?? -1;
    }
    return counts;
  });
}

describe('row-level security, with the scope of the repositories removed', () => {
  it('shows nothing of another organisation in any table', async () => {
    const { a, b } = world;
    const own = await rowsOf(b.owner.orgId, b.owner.orgId);
    const filled = Object.keys(own).filter((name) => (own[name] ?? 0) > 0);
    expect(filled).toEqual(
      expect.arrayContaining([
        'project',
        'source',
        'source_version',
        'finding',
        'audit_event',
        'job',
        'api_key',
      ]),
    );
    expect(filled.length).toBeGreaterThanOrEqual(18);
    const foreign = await rowsOf(b.owner.orgId, a.owner.orgId);
    expect(Object.entries(foreign).filter(([, count]) => count !== 0)).toEqual([]);
    const unset = await rowsOf(b.owner.orgId, '');
    expect(Object.entries(unset).filter(([, count]) => count !== 0)).toEqual([]);
  });
});
