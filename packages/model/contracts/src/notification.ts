import { z } from 'zod';

type Kind = {
  /** The heading under which it is chosen. */
  group: 'talk' | 'work' | 'review' | 'release' | 'job' | 'people';
  /** Told to whoever has not chosen. */
  byDefault: boolean;
  /** Is it about something in a project, so that a project can be chosen for? */
  inProject: boolean;
};

/** Everything that people are told of. A kind that is not listed cannot be told. */
export const notificationKinds = {
  'comment.mentioned': { group: 'talk', byDefault: true, inProject: true },
  'comment.replied': { group: 'talk', byDefault: true, inProject: true },
  'comment.added': { group: 'talk', byDefault: true, inProject: true },
  'guideline.question-asked': { group: 'talk', byDefault: true, inProject: true },
  'guideline.question-answered': { group: 'talk', byDefault: true, inProject: true },
  'guideline.question-resolved': { group: 'talk', byDefault: true, inProject: true },
  'batch.asked-again': { group: 'work', byDefault: true, inProject: true },
  'batch.assigned': { group: 'work', byDefault: true, inProject: true },
  'batch.stopped': { group: 'work', byDefault: true, inProject: true },
  'review.sent-back': { group: 'review', byDefault: true, inProject: true },
  'review.answered': { group: 'review', byDefault: true, inProject: true },
  'pattern.constraint-proposed': { group: 'review', byDefault: true, inProject: true },
  'release.ready': { group: 'release', byDefault: true, inProject: true },
  'release.blocked': { group: 'release', byDefault: true, inProject: true },
  'release.approved': { group: 'release', byDefault: true, inProject: true },
  'release.rejected': { group: 'release', byDefault: true, inProject: true },
  'release.withdrawn': { group: 'release', byDefault: true, inProject: true },
  'release.terms-broken': { group: 'release', byDefault: true, inProject: true },
  'release.waiver-proposed': { group: 'release', byDefault: true, inProject: true },
  'release.waiver-granted': { group: 'release', byDefault: true, inProject: true },
  'release.waiver-refused': { group: 'release', byDefault: true, inProject: true },
  'job.succeeded': { group: 'job', byDefault: true, inProject: true },
  'job.failed': { group: 'job', byDefault: true, inProject: true },
  'job.cancelled': { group: 'job', byDefault: true, inProject: true },
  'webhook.failed': { group: 'job', byDefault: true, inProject: true },
  'organisation.exported': { group: 'job', byDefault: true, inProject: false },
  'project.member-added': { group: 'people', byDefault: true, inProject: true },
  'project.member-changed': { group: 'people', byDefault: true, inProject: true },
  'member.joined': { group: 'people', byDefault: true, inProject: false },
} as const satisfies Record<string, Kind>;

export type NotificationKind = keyof typeof notificationKinds;
export type NotificationGroup = Kind['group'];
export const allNotificationKinds = Object.keys(notificationKinds) as NotificationKind[];
export const notificationKind = z.enum(allNotificationKinds as [NotificationKind, ...NotificationKind[]]);
export const notificationGroup = z.enum(['talk', 'work', 'review', 'release', 'job', 'people']);

/**
 * What one person chose to be told, in the organisation or in one project of it, `assay.notification-choices` version
 * 1: true or false by kind. What is left out is as in the organisation, and there as by default.
 */
export const notificationChoices = z
  .object({
    type: z.literal('assay.notification-choices'),
    version: z.literal(1),
    wants: z.partialRecord(notificationKind, z.boolean()),
  })
  .strict();
export type NotificationChoices = z.infer<typeof notificationChoices>;

export const NO_CHOICES: NotificationChoices = { type: 'assay.notification-choices', version: 1, wants: {} };
