import type { PictureRefusal, RefusalCode } from './picture.ts';

/** Ends the reading of a picture with the reason why it is not taken. */
export class Refused extends Error {
  readonly refusal: PictureRefusal;

  constructor(code: RefusalCode, message: string, next: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Refused';
    this.refusal = { ok: false, code, message, next };
  }
}

/** What of a file contradicts its own format. */
export function damaged(what: string, cause?: unknown): Refused {
  return new Refused(
    'damaged',
    `The file is damaged: ${what}.`,
    'Open it in the program that wrote it, save it anew, and bring that file.',
    { cause },
  );
}

/** A picture of a format, or of a kind of a format, that is not read. */
export function unsupported(what: string): Refused {
  return new Refused(
    'unsupported',
    `${what} is not read.`,
    'Convert it to JPEG, PNG, WebP, AVIF or TIFF with one picture of 1 to 16 bits a sample.',
  );
}

/** Several frames where one picture is meant. */
export function animated(what: string): Refused {
  return new Refused('animated', `${what} is animated.`, 'Bring its frames as one file each.');
}
