import { z } from 'zod';

/**
 * What programs can be told of: acts of the log, and which of their details go along. Details are counts, states,
 * numbers, hashes, ids and names of branches; people, and what they wrote, never leave.
 */
export const webhookEvents = {
  'run.generated': ['rows', 'chunks'],
  'report.finished': ['verdict'],
  'batch.opened': ['samples', 'tasks'],
  'batch.finished': [],
  'pattern.applied': ['rows', 'decided'],
  'version.committed': ['number', 'root', 'branch'],
  'release.requested': ['number', 'version'],
  'release.validated': ['status', 'verdicts', 'blockers'],
  'release.approved': ['number', 'version', 'root'],
  'release.rejected': ['number', 'version'],
  'release.withdrawn': ['number', 'version', 'was'],
  'export.made': ['records', 'files'],
  'job.failed': ['kind', 'code', 'attempt'],
} as const satisfies Record<string, readonly string[]>;

export type WebhookEvent = keyof typeof webhookEvents;
export const allWebhookEvents = Object.keys(webhookEvents) as WebhookEvent[];
export const webhookEvent = z.enum(allWebhookEvents as [WebhookEvent, ...WebhookEvent[]]);

/** What somebody asks for with “Send a test”. */
export const WEBHOOK_TEST = 'webhook.test';

/** The body of a delivery. `id` is that of the event in the log. */
export const webhookBody = z
  .object({
    type: z.union([webhookEvent, z.literal(WEBHOOK_TEST)]),
    timestamp: z.iso.datetime(),
    data: z
      .object({
        id: z.uuid(),
        organisationId: z.uuid(),
        projectId: z.uuid(),
        object: z.object({ type: z.string(), id: z.uuid() }).strict(),
        /** What else it concerns. */
        about: z.array(z.object({ type: z.string(), id: z.string() }).strict()),
        facts: z.record(z.string(), z.json()),
      })
      .strict(),
  })
  .strict();
export type WebhookBody = z.infer<typeof webhookBody>;

/** ON: it is sent to. OFF: somebody switched it off. FAILED: nothing got through for a day. */
export const webhookStatus = z.enum(['ON', 'OFF', 'FAILED']);
export type WebhookStatus = z.infer<typeof webhookStatus>;

/** PENDING: it is tried until it is taken. DELIVERED: it was. GIVEN_UP: it was tried for the last time. */
export const webhookDeliveryStatus = z.enum(['PENDING', 'DELIVERED', 'GIVEN_UP']);
export type WebhookDeliveryStatus = z.infer<typeof webhookDeliveryStatus>;

/** Why an attempt was not taken, where no answer came. */
export const webhookFault = z.enum(['refused-address', 'unresolved', 'unreachable', 'timeout', 'tls']);
export type WebhookFault = z.infer<typeof webhookFault>;

export const MOST_WEBHOOKS = 20;
/** How long the secret before a rotation signs beside the new one. */
export const WEBHOOK_OVERLAP_MS = 24 * 3_600_000;
