/** Where a command writes: its result to stdout, progress and errors to stderr. */
export interface CommandStreams {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}
