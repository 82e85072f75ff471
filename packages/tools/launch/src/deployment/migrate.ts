import path from 'node:path';
import { ensureLogins, migrate } from '@assay/db';
import { ensureBucket } from '@assay/storage';
import { LaunchError } from '../fail.ts';
import { root } from '../root.ts';

type Variables = Readonly<Record<string, string | undefined>>;

/** Passwords become part of addresses: anything that would have to be escaped there is refused. */
const PASSWORD = /^[A-Za-z0-9._~-]{16,}$/;

function required(variables: Variables, name: string): string {
  const value = variables[name];
  if (value === undefined || value === '') throw new LaunchError(`${name} is not set.`);
  return value;
}

function password(variables: Variables, name: string): string {
  const value = required(variables, name);
  if (PASSWORD.test(value)) return value;
  throw new LaunchError(
    `${name} must be at least 16 letters, digits, ".", "_", "~" or "-", for example from: openssl rand -hex 24`,
  );
}

/**
 * Prepares the outside parts of a deployment, as often as one likes: applies the migrations that are due, gives the
 * application's three database roles their passwords, and makes the bucket where `S3_BUCKET` names a missing one.
 *
 * Reads `DATABASE_URL` (the owner's), `DATABASE_APP_PASSWORD`, `DATABASE_SYSTEM_PASSWORD`, `DATABASE_QUEUE_PASSWORD`
 * and `S3_*`.
 */
export async function deployMigrate(variables: Variables, say: (line: string) => void): Promise<void> {
  const ownerUrl = required(variables, 'DATABASE_URL');
  const passwords = {
    app: password(variables, 'DATABASE_APP_PASSWORD'),
    system: password(variables, 'DATABASE_SYSTEM_PASSWORD'),
    queue: password(variables, 'DATABASE_QUEUE_PASSWORD'),
  };
  const applied = await migrate(ownerUrl, path.join(root, 'prisma'));
  say(applied.length === 0 ? 'The database is up to date.' : `Migrated: ${applied.join(', ')}.`);
  await ensureLogins(ownerUrl, passwords);
  const bucket = variables.S3_BUCKET;
  if (bucket === undefined || bucket === '') return;
  const { S3_ENDPOINT, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = variables;
  const made = await ensureBucket({
    bucket,
    region: S3_REGION || 'us-east-1',
    ...(S3_ENDPOINT ? { endpoint: S3_ENDPOINT } : {}),
    ...(S3_ACCESS_KEY_ID && S3_SECRET_ACCESS_KEY
      ? { credentials: { accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY } }
      : {}),
  });
  say(made ? `Made the bucket ${bucket}.` : `The bucket ${bucket} is there.`);
}
