import type { RejectionReason } from '@assay/contracts';
import { type Bounds, boundsContain, centreOf, heightOf, padBounds, widthOf } from '@assay/geometry';
import { setRegionView } from '../document/document.ts';
import { isProposed, judged, nextOpen, type ProposedRegion, proposedRegions } from '../document/proposals.ts';
import { select, selectedRegions } from '../document/selection.ts';
import { cameraOf, setCamera } from '../editor-core.ts';
import { goToRegion } from '../sequence/frame.ts';
import { boundsOfGeometry } from '../shapes/shapes.ts';
import { fitCamera, visibleBounds } from '../view/camera.ts';
import type { Command, CommandContext } from './command.ts';

/** What is smaller on the screen is made larger when one walks to it, in pixels of the screen. */
const SMALLEST_SEEN = 24;
/** What is left free around what is too small to be seen, as a multiple of its size. */
const AROUND = 3;

/** Brings a region before the person: as little as possible is moved, and what cannot be made out is made larger. */
function bringIntoView({ core, screen }: CommandContext, bounds: Bounds): void {
  const camera = cameraOf(core);
  const size = Math.max(widthOf(bounds), heightOf(bounds));
  if (size > 0 && size * camera.zoom < SMALLEST_SEEN) {
    const around = padBounds(bounds, AROUND * size);
    const closer = fitCamera(around, screen(), 0);
    if (closer !== undefined) setCamera(core, closer);
    return;
  }
  const seen = visibleBounds(camera, screen());
  if (boundsContain(seen, bounds)) return;
  const { x, y } = centreOf(bounds);
  setCamera(core, { x: x - widthOf(seen) / 2, y: y - heightOf(seen) / 2, zoom: camera.zoom });
}

/** Selects the next proposal that nobody looked at; false where there is none. */
function walk(context: CommandContext, direction: 1 | -1): boolean {
  const { store } = context.core;
  const next = nextOpen(store, selectedRegions(store).at(-1), direction);
  if (next === undefined) return false;
  context.useTool('select');
  setRegionView(store, [next.id], { hidden: false });
  select(store, [next.id]);
  const { geometry } = goToRegion(store, next.id) ?? next;
  const bounds = boundsOfGeometry(geometry);
  if (bounds !== undefined) bringIntoView(context, bounds);
  return true;
}

const selectedProposals = ({ core }: CommandContext): ProposedRegion[] =>
  selectedRegions(core.store).filter(isProposed);

/** Says the same of all proposals that are selected, and goes on to the next one; false where none is selected. */
const judge =
  (verdict: 'accepted' | RejectionReason): Command['run'] =>
  (context) => {
    const regions = selectedProposals(context);
    if (regions.length === 0) return false;
    const { history, store } = context.core;
    const changed = regions.map((each) => judged(each, verdict)).filter((each, at) => each !== regions[at]);
    if (changed.length > 0) {
      history.mark('verify');
      store.put(...changed);
    }
    walk(context, 1);
    return true;
  };

/** What nobody looked at is right as it is; false where all was looked at. */
const acceptRest: Command['run'] = ({ core: { store, history } }) => {
  const open = proposedRegions(store).filter(({ proposal }) => proposal.state === 'open');
  if (open.length === 0) return false;
  history.mark('verify the rest');
  store.put(...open.map((each) => judged(each, 'accepted')));
  return true;
};

/** Shows a proposal large, to be changed. */
const fix: Command['run'] = (context) => {
  const [first] = selectedProposals(context);
  if (first === undefined) return false;
  context.useTool('select');
  const { core, screen } = context;
  select(core.store, [first.id]);
  const { geometry } = goToRegion(core.store, first.id) ?? first;
  const bounds = boundsOfGeometry(geometry);
  const { width, height } = screen();
  const closer = bounds === undefined ? undefined : fitCamera(bounds, screen(), Math.min(width, height) / 4);
  if (closer !== undefined) setCamera(core, closer);
  return true;
};

/** What is said of proposals. Each has a second key, for where a label has the first one. */
export const verifyCommands = {
  'verify-next': { keys: ['Tab'], run: (context) => walk(context, 1) },
  'verify-previous': { keys: ['Shift+Tab'], run: (context) => walk(context, -1) },
  'verify-accept': { keys: ['y', 'Alt+y'], run: judge('accepted') },
  'verify-fix': { keys: ['f', 'Alt+f'], run: fix },
  'verify-reject': { keys: ['q', 'Alt+q'], run: judge('nothing-there') },
  'verify-duplicate': { keys: ['Shift+d'], run: judge('duplicate') },
  'verify-not-asked': { keys: ['Shift+q'], run: judge('not-asked') },
  'verify-artefact': { keys: ['g', 'Alt+g'], run: judge('artefact') },
  'verify-rest': { keys: ['Shift+y'], run: acceptRest },
} satisfies Record<string, Command>;
