/** Bad usage or input: the command says this one sentence and exits with 2. */
export class CommandError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CommandError';
  }
}
