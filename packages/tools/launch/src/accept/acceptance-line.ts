/**
 * One command of a proof: what was run, the last line of what it said, and whether that proves its part. A step that
 * was not run needs a folder that was not given: it proves nothing, and nothing is wrong.
 */
export type Step = { command: string; printed: string; passed: boolean; output: string; notRun?: true };

/** Folders that are no part of the repository, where they were given. */
export type Given = {
  /** A pair of tables with what SDMetrics prints for it. */
  pair: string | undefined;
  /** adult-train.csv and adult-test.csv. */
  adult: string | undefined;
};

/** One acceptance line of an issue with its proof. It passes when there are steps and each of them passed. */
export type AcceptanceLine = {
  text: string;
  run: (did: (step: Step) => void, given: Given) => Promise<void>;
};

/** The step of a command that needs a folder which was not given. */
export function notRun(command: string, flag: keyof Given): Step {
  return { command, printed: `not run: give --${flag} DIR`, passed: false, output: '', notRun: true };
}

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
