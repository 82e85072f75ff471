import pg from 'pg';

/**
 * Gives the three roles of the application their passwords. Run by whoever migrates, with the owner's connection.
 * @returns connection strings for the application's role, the narrow role for work between tenants, and the queue's.
 */
export async function ensureLogins(
  ownerUrl: string,
  passwords: { app: string; system: string; queue: string },
): Promise<{ appUrl: string; systemUrl: string; queueUrl: string }> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    for (const [role, password] of [
      ['assay_app', passwords.app],
      ['assay_system', passwords.system],
      ['assay_queue', passwords.queue],
    ] as const) {
      await again(() => client.query(`ALTER ROLE ${role} LOGIN PASSWORD ${client.escapeLiteral(password)}`));
    }
    // A right on the database itself does not come along when the database is copied or restored under a new name.
    const { rows } = await client.query<{ name: string }>('SELECT current_database() AS name');
    const name = client.escapeIdentifier(rows[0]?.name ?? '');
    await again(() => client.query(`GRANT CREATE ON DATABASE ${name} TO assay_queue`));
  } finally {
    await client.end();
  }
  return {
    appUrl: urlWithLogin(ownerUrl, 'assay_app', passwords.app),
    systemUrl: urlWithLogin(ownerUrl, 'assay_system', passwords.system),
    queueUrl: urlWithLogin(ownerUrl, 'assay_queue', passwords.queue),
  };
}

/** Roles belong to the whole server: two databases that are set up at once may meet over one of them. */
async function again(change: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await change();
      return;
    } catch (error) {
      const met = error instanceof Error && error.message.includes('tuple concurrently updated');
      if (!met || tries === 20) throw error;
    }
  }
}

/** The same server and database with another role. */
export function urlWithLogin(ownerUrl: string, role: string, password: string): string {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = encodeURIComponent(password);
  return url.toString();
}
