import type pg from 'pg';

type Column = { table: string; name: string; type: string; needed: boolean };

/** Some value of a type: enough to have a row, whatever it means. */
const value: Record<string, string> = {
  uuid: 'gen_random_uuid()',
  text: 'gen_random_uuid()::text',
  smallint: '1',
  integer: '1',
  bigint: '1',
  boolean: 'true',
  'double precision': '0.5',
  'timestamp with time zone': 'now()',
  bytea: "decode(md5(random()::text), 'hex')",
  jsonb: "'{}'::jsonb",
  ARRAY: "'{}'",
};

/**
 * Puts a row of an organisation into every table that has `org_id`, as the superuser and with foreign keys off, so
 * that a new table is under test as soon as it exists. Returns the names of the tables.
 */
export async function fillEveryTable(client: pg.Client, orgId: string): Promise<string[]> {
  const { rows } = await client.query<Column>(`
    SELECT c.table_name AS "table", c.column_name AS name, c.data_type AS type,
           c.is_nullable = 'NO' AND c.column_default IS NULL AS needed
    FROM information_schema.columns c JOIN information_schema.tables t
      ON t.table_schema = c.table_schema AND t.table_name = c.table_name AND t.table_type = 'BASE TABLE'
    WHERE c.table_schema = 'public' ORDER BY c.table_name, c.ordinal_position`);
  const tables = byTable(rows);
  const filled: string[] = [];
  await client.query('BEGIN');
  await client.query(`SET LOCAL session_replication_role = 'replica'`);
  for (const [table, columns] of tables) {
    if (!columns.some((column) => column.name === 'org_id')) continue;
    // What may be left out is: values of several columns may have to fit each other.
    const needed = columns.filter((column) => column.needed);
    const expressions = needed.map(({ name, type }) => {
      if (name === 'org_id') return '$1::uuid';
      const made = value[type];
      if (made === undefined) throw new Error(`No value is known for ${table}.${name} of type ${type}.`);
      return made;
    });
    const names = needed.map((column) => `"${column.name}"`).join(', ');
    await client.query(
      `INSERT INTO "${table}" (${names}) VALUES (${expressions.join(', ')}) ON CONFLICT DO NOTHING`,
      [orgId],
    );
    filled.push(table);
  }
  await client.query('COMMIT');
  return filled;
}

function byTable(columns: readonly Column[]): Map<string, Column[]> {
  const tables = new Map<string, Column[]>();
  for (const column of columns) tables.set(column.table, [...(tables.get(column.table) ?? []), column]);
  return tables;
}
