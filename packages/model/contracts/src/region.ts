import { z } from 'zod';
import { boundedText } from './bounded-text.ts';
import { chosenLabel } from './chosen-label.ts';
import { geometry } from './geometry.ts';
import { id } from './ids.ts';
import { track } from './track.ts';

/** What became of a region that was proposed: not looked at yet, right as it was, put right, or not there. */
export const proposalState = z.enum(['open', 'accepted', 'fixed', 'rejected']);
export type ProposalState = z.infer<typeof proposalState>;

/** Why a proposed region is rejected; an `artefact` is a thing that only making by machine leaves in an image. */
export const rejectionReason = z.enum(['nothing-there', 'duplicate', 'not-asked', 'artefact']);
export type RejectionReason = z.infer<typeof rejectionReason>;

/** Of a region that no person drew: how sure its source was, and what a person said of it. */
export const regionProposal = z
  .object({
    /** From 0 to 1; null where the source does not say. */
    confidence: z.number().min(0).max(1).nullable().default(null),
    state: proposalState.default('open'),
    /** Of what was rejected. */
    reason: rejectionReason.nullable().default(null),
  })
  .strict();
export type RegionProposal = z.infer<typeof regionProposal>;

/** The most characters of what a person remarks of a region. */
export const MOST_REMARK = 500;

/** Somebody is not sure of a region of theirs: an expert is to look at it. A flag alone has no words. */
export const regionRemark = z.object({ text: boundedText(MOST_REMARK) }).strict();
export type RegionRemark = z.infer<typeof regionRemark>;

/** What was said about a part of an image, or about all of it. */
export const regionRecord = z
  .object({
    type: z.literal('region'),
    id,
    geometry,
    label: chosenLabel.nullable(),
    /** Higher lies above lower; regions of one order lie as their ids do. */
    order: z.number(),
    /** Regions of one group are selected together. */
    groupId: id.nullable(),
    /** What a person drew has none. */
    proposal: regionProposal.nullable().optional(),
    /** Of what is drawn on a sequence of frames; then `geometry` is that of its first key frame. */
    track: track.optional(),
    /** Who drew it flags it; null once that is taken back. It is about the region, and no part of what is there. */
    remark: regionRemark.nullable().optional(),
  })
  .strict();
export type RegionValue = z.infer<typeof regionRecord>;

/** A directed relation between two regions of one image. */
export const relationRecord = z
  .object({ type: z.literal('relation'), id, from: id, to: id, labelId: id.nullable() })
  .strict();
export type RelationValue = z.infer<typeof relationRecord>;

/** What is drawn on an image, record by record. */
export const drawnRecord = z.discriminatedUnion('type', [regionRecord, relationRecord]);
export type DrawnRecord = z.infer<typeof drawnRecord>;

/** The most records that are drawn on one image, and that one change may touch. */
export const MOST_DRAWN = 50_000;

/** The most bytes, as they are stored, of what one person draws on one image. */
export const MOST_DRAWING_BYTES = 64 * 1024 ** 2;

/** How a tab stands as it hands in what was drawn, so that what other tabs drew meanwhile is handed in with it. */
export const drawnStanding = z
  .object({
    /** The revision that it saw last. */
    revision: z.number().int().min(0).max(2_147_483_647),
    /** What it added or changed, and has not heard of. */
    waiting: z.array(id).max(MOST_DRAWN),
    /** What it removed, and has not heard of. */
    removed: z.array(id).max(MOST_DRAWN),
  })
  .strict();
export type DrawnStanding = z.infer<typeof drawnStanding>;

/** What one tab changed since its last change. Of an updated record only the properties that changed are sent. */
export const drawnChange = z
  .object({
    /** One for each time that a tab opens an image. */
    clientId: id,
    /** Counts the changes of that client from 1. */
    step: z.int32().min(1),
    /** The revision that the client saw last. */
    baseRevision: z.int32().min(0),
    added: z.array(drawnRecord).max(MOST_DRAWN),
    updated: z
      .array(z.object({ id, values: z.record(z.string().max(40), z.json()) }).strict())
      .max(MOST_DRAWN),
    removed: z.array(id).max(MOST_DRAWN),
  })
  .strict();
export type DrawnChange = z.infer<typeof drawnChange>;
