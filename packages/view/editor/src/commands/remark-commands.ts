import { ownView } from '../document/document.ts';
import { isFlagged } from '../document/remarks.ts';
import { selectedRegions } from '../document/selection.ts';
import type { Command } from './command.ts';

/**
 * Flags what is selected and free, also where it is not in the frame that is shown; where all of it is flagged, takes
 * that back with its words. What is flagged already keeps its words.
 */
const flag: Command['run'] = ({ core: { store, history } }) => {
  const regions = selectedRegions(store).filter(({ id }) => !ownView(store, id).locked);
  if (regions.length === 0) return false;
  const plain = regions.filter((each) => !isFlagged(each));
  history.mark('flag');
  // Null and not left out: what is left out of a change stays as it was.
  if (plain.length === 0) store.put(...regions.map((each) => ({ ...each, remark: null })));
  else store.put(...plain.map((each) => ({ ...each, remark: { text: '' } })));
  return true;
};

export const remarkCommands = {
  'flag-region': { keys: ['Shift+r'], run: flag },
} satisfies Record<string, Command>;
