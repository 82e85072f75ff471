import type { JointVisibility } from '@assay/contracts';
import type { Command } from './command.ts';

/** Says of a joint what it is: of the last or next one that is drawn, or of the one that is pointed at. */
const mark = (key: string, visibility: JointVisibility): Command => ({
  keys: [key],
  duringGesture: true,
  run: ({ tools }) => tools.mark(visibility),
});

export const jointCommands = {
  'joint-visible': mark('Shift+o', 'visible'),
  'joint-occluded': mark('o', 'occluded'),
  'joint-absent': mark('x', 'absent'),
} satisfies Record<string, Command>;
