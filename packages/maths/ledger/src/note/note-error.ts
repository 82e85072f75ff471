/** A key, note or checkpoint that cannot be read. The message is a plain sentence. */
export class NoteError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'NoteError';
  }
}
