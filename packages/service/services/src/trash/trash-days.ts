/** How long something stays in the trash before the hourly sweep destroys it. */
export const TRASH_DAYS = 30;

/** How long a deleted organisation can be opened again by an operator of the server. */
export const ORGANISATION_DAYS = 30;

/** How long an export of the organisation can be fetched. */
export const EXPORT_DAYS = 7;

const DAY_MS = 86_400_000;

export function trashEmptiesAt(deletedAt: Date): Date {
  return new Date(deletedAt.getTime() + TRASH_DAYS * DAY_MS);
}
