import type { Actor } from '@assay/domain';
import { compareVersions, type Deps } from '@assay/services';
import { addOrganisation, withBenchDeps } from './bench-deps.ts';
import { annotate, commitVersion, type GivenVersion, rowsWithLabels } from './bench-version.ts';
import type { Figure } from './figure.ts';

const ROWS = 100_000;
const LABELS = 20_000;
/** One in a hundred of the labels. */
const RELABELLED = 200;
const CONNECTIONS = 4;

/**
 * A version of 100,000 rows with 20,000 labels, and one in which one label in a hundred is another: how long both take
 * to commit and to compare, and what the second stores beside the first.
 */
export function versionsBench(): Promise<Figure[]> {
  return withBenchDeps(CONNECTIONS, async ({ deps, ownerUrl }) => {
    const owner = await addOrganisation(deps);
    const given = await rowsWithLabels(deps, ownerUrl, owner, { rows: ROWS, labels: LABELS });
    const first = await commitVersion(deps, owner, given, null);
    await relabel(deps, ownerUrl, owner, given);
    const second = await commitVersion(deps, owner, given, first.versionId);
    const start = performance.now();
    const found = await compareVersions(deps, owner, {
      versionId: second.versionId,
      otherId: first.versionId,
    });
    const compared = performance.now() - start;
    const [a, b] = [first, second].map((each) => each.view);
    return [
      { name: 'commit of 100,000 rows with 20,000 labels', value: first.seconds, unit: 's' },
      { name: 'commit of one that relabels 200 of them', value: second.seconds, unit: 's' },
      { name: 'comparison of both', value: compared / 1000, unit: 's' },
      { name: 'labels that changed', value: found.labels.changed, unit: 'labels' },
      { name: 'files of the first', value: Number(a?.bytes) / 1e6, unit: 'MB' },
      { name: 'files of the first beside those of its run', value: Number(a?.newBytes) / 1e6, unit: 'MB' },
      { name: 'stored for the second', value: Number(b?.newBytes) / 1e6, unit: 'MB' },
      {
        name: 'stored for the second, of the first',
        value: (100 * Number(b?.newBytes)) / Number(a?.bytes),
        unit: '%',
      },
      {
        name: 'stored for the second, of what was stored for the first',
        value: (100 * Number(b?.newBytes)) / Number(a?.newBytes),
        unit: '%',
      },
    ];
  });
}

/** Says something else of one label in a hundred, spread over all of them. */
async function relabel(
  deps: Deps,
  ownerUrl: string,
  owner: Extract<Actor, { kind: 'user' }>,
  given: GivenVersion,
): Promise<void> {
  const step = Math.floor(LABELS / RELABELLED);
  const changed = given.answers.flatMap((each, at) =>
    at % step === 0 ? [{ ...each, supersedes: each.annotationId, annotationId: deps.ids.next(), at }] : [],
  );
  await annotate(ownerUrl, owner, given, changed);
}
