const FORBIDDEN = /\p{Surrogate}|(?!\n)\p{Cc}/u;

/**
 * Whether a text can be the text of a note: ends in a newline and has no control character but newlines. (The
 * specification forbids those below U+0020; here also DEL and U+0080 to U+009F.)
 *
 * @see C2SP signed-note, "Format"
 */
export const isNoteText = (text: string): boolean => text.endsWith('\n') && !FORBIDDEN.test(text);
