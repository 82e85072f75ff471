/** One command of a proof: what was run, the last line of what it said, and whether that proves its part. */
export type Step = { command: string; printed: string; passed: boolean; output: string };

/** One acceptance line of an issue with its proof. It passes when there are steps and each of them passed. */
export type AcceptanceLine = {
  text: string;
  run: (did: (step: Step) => void) => Promise<void>;
};

/** The last line that says something. */
export function lastLine(output: string): string {
  return (
    output
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .at(-1) ?? '(nothing)'
  );
}
