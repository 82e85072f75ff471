import { id, webhookDeliveryStatus, webhookEvent, webhookFault, webhookStatus } from '@assay/contracts';
import { z } from 'zod';
import { isoDate, nameText, personRef } from './common.ts';

export const webhookSettings = {
  name: nameText,
  url: z.string().trim().min(1).max(2000),
  events: z.array(webhookEvent).min(1).max(50),
};

export const webhookView = z.object({
  id,
  name: z.string(),
  url: z.string(),
  events: z.array(webhookEvent),
  status: webhookStatus,
  /** Until when the secret before a rotation signs, too. */
  overlapUntil: isoDate.nullable(),
  /** When something was last taken. */
  takenAt: isoDate.nullable(),
  last: z.object({ event: z.string(), status: webhookDeliveryStatus, at: isoDate }).nullable(),
  createdBy: personRef,
  createdAt: isoDate,
  revision: z.number().int(),
});

export const webhookDeliveryView = z.object({
  id,
  event: z.string(),
  status: webhookDeliveryStatus,
  body: z.string(),
  /** When it is tried next, while it is pending. */
  nextAt: isoDate.nullable(),
  createdAt: isoDate,
  tries: z.array(
    z.object({
      number: z.number().int(),
      at: isoDate,
      ms: z.number().int(),
      answer: z.number().int().nullable(),
      fault: webhookFault.nullable(),
    }),
  ),
});
