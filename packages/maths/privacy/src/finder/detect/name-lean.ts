/**
 * The operating point of the finder of names in texts: how far it leans towards finding. It is added to the spelling
 * likeness of a word that is in no dictionary (see `nameLikeness`) before the likeness is compared, so that a higher
 * value finds more names and takes more other words for names; 0 treats both mistakes alike. Set above 0 because a name
 * that is missed costs more than a word that is masked.
 */
export const NAME_LEAN = 0.3;

/** What a run of capitalised words must be worth to count as a name: one half, less a fifth of the lean. */
export const ACCEPT_NAME: number = 0.5 - NAME_LEAN / 5;
