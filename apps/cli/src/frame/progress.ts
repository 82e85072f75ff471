import type { CommandStreams } from './command-streams.ts';

/** Shares after which progress is told again. */
const STEP_PERCENT = 10;

/** Tells progress on stderr: each stage once, and each tenth of it where its size is known. */
export function tellProgress(stderr: CommandStreams['stderr']): (stage: string, share?: number) => void {
  let stageTold = '';
  let percentTold = 0;
  return (stage, share) => {
    if (stage !== stageTold) {
      stageTold = stage;
      percentTold = 0;
      stderr.write(`${stage} ...\n`);
    }
    const percent = share === undefined ? 0 : Math.floor(share * 100);
    if (percent < percentTold + STEP_PERCENT || percent >= 100) return;
    percentTold = percent - (percent % STEP_PERCENT);
    stderr.write(`${stage}: ${percentTold}%\n`);
  };
}
