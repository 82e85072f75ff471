import { z } from 'zod';

const url = (...protocols: string[]) =>
  z.url({
    protocol: new RegExp(`^(${protocols.join('|')})$`),
    error: `must be an address (${protocols.join(', ')})`,
  });

const schema = z
  .object({
    /** The application's role: tenant data, behind row-level security. */
    DATABASE_APP_URL: url('postgres', 'postgresql'),
    /** The narrow role for work between tenants. */
    DATABASE_SYSTEM_URL: url('postgres', 'postgresql'),
    /** The queue's role, with its own schema. */
    DATABASE_QUEUE_URL: url('postgres', 'postgresql'),
    REDIS_URL: url('redis', 'rediss').optional(),
    /** Folder of files, where there is no S3, and of work in progress. */
    ASSAY_HOME: z.string().optional(),
    S3_ENDPOINT: url('http', 'https').optional(),
    S3_BUCKET: z.string().optional(),
    S3_REGION: z.string().default('us-east-1'),
    S3_ACCESS_KEY_ID: z.string().optional(),
    S3_SECRET_ACCESS_KEY: z.string().optional(),
    /** 32 bytes in base64, from which all keys are derived. Losing it loses the ledger's signing keys. */
    ASSAY_SECRET: z
      .base64({ error: 'must be base64' })
      .refine((text) => Buffer.from(text, 'base64').length === 32, {
        error: 'must be 32 bytes in base64 (openssl rand -base64 32)',
      }),
    ASSAY_REGION: z
      .string()
      .regex(/^[A-Za-z0-9_-]{1,64}$/, { error: 'must be 1 to 64 letters, digits, - or _' })
      .default('local'),
    ASSAY_BASE_URL: url('http', 'https').default('http://localhost:3000'),
    LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
    SMTP_URL: url('smtp', 'smtps').optional(),
    /** Sender of mails; without it, assay@ the host of ASSAY_BASE_URL. */
    MAIL_FROM: z.string().optional(),
    /** Hosts that webhooks may be sent to although they are within the installation's own network, with commas. */
    ASSAY_WEBHOOK_HOSTS: z
      .string()
      .default('')
      .transform((list) =>
        list
          .split(',')
          .map((host) => host.trim().toLowerCase())
          .filter((host) => host !== ''),
      ),
    /** Where the worker answers GET /health and /metrics; without it, it does not. */
    WORKER_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  })
  .superRefine((env, context) => {
    if (env.ASSAY_HOME === undefined && env.S3_BUCKET === undefined) {
      context.addIssue({
        code: 'custom',
        path: ['ASSAY_HOME'],
        message: 'is needed where no S3_BUCKET is set',
      });
    }
    if ((env.S3_ACCESS_KEY_ID === undefined) !== (env.S3_SECRET_ACCESS_KEY === undefined)) {
      context.addIssue({
        code: 'custom',
        path: ['S3_SECRET_ACCESS_KEY'],
        message: 'and S3_ACCESS_KEY_ID are given together, or neither',
      });
    }
  });

export type Environment = z.infer<typeof schema>;

/**
 * Reads and checks the process's environment, once, at its start. An empty value counts as none, as composed files
 * leave them.
 *
 * @throws Error naming every variable that is missing or wrong
 */
export function readEnv(variables: Readonly<Record<string, string | undefined>>): Environment {
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''),
  );
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  const lines = read.error.issues.map((issue) => {
    const name = issue.path.join('.');
    return `  ${name} ${Object.hasOwn(given, name) || issue.code === 'custom' ? issue.message : 'is not set'}`;
  });
  throw new Error(`The environment is incomplete:\n${lines.join('\n')}`);
}
