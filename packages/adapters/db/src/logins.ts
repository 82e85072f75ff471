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
      await client.query(`ALTER ROLE ${role} LOGIN PASSWORD ${client.escapeLiteral(password)}`);
    }
  } finally {
    await client.end();
  }
  return {
    appUrl: urlWithLogin(ownerUrl, 'assay_app', passwords.app),
    systemUrl: urlWithLogin(ownerUrl, 'assay_system', passwords.system),
    queueUrl: urlWithLogin(ownerUrl, 'assay_queue', passwords.queue),
  };
}

/** The same server and database with another role. */
export function urlWithLogin(ownerUrl: string, role: string, password: string): string {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = encodeURIComponent(password);
  return url.toString();
}
