import type { AcceptanceLine } from '../acceptance-line.ts';
import { brokenLinks } from '../broken-links.ts';
import { browserStep } from '../browser-step.ts';
import { documentsStep } from '../documents-step.ts';
import { judgeBars } from '../judge-bars.ts';
import { runShell } from '../run-shell.ts';
import { vitestStep } from '../vitest-step.ts';

const canvas = 'packages/view/editor-konva/src';
const services = 'packages/service/services/src';
const region = 'packages/model/domain/src/region';

/** Canvas: image labelling that stays fast at ten thousand shapes and never loses a stroke. */
export const issueFour: readonly AcceptanceLine[] = [
  {
    text: 'Every tool and command: a pure test in `editor`, and a browser test with real pointer, touch, pen or keyboard events (the browser part of a minute; the matrix in soak).',
    run: async (did) => {
      did(await vitestStep('unit', ['packages/view/editor/src']));
      did(
        await vitestStep('integration', [
          `${canvas}/renderer.int.test.ts`,
          `${canvas}/renderer-mounted.int.test.ts`,
          `${canvas}/tools.int.test.ts`,
        ]),
      );
      did(
        await vitestStep(
          'integration',
          [`${canvas}/every-tool-and-command.int.test.ts`],
          ['with a real mouse', 'with a real touch', 'with a real pen', 'by a real key'],
          { soak: true },
        ),
      );
    },
  },
  {
    text: 'Bars printed with what was reached; at most two may be missed, by at most 15%, with the profile in `docs/performance.md`; layer count is four, and React renders nothing per region on the canvas (asserted).',
    run: async (did) => {
      for (const step of await judgeBars(4, { mostMissed: 2 })) did(step);
    },
  },
  {
    text: 'Import, export, import is equal (coordinates to 1e-6, masks bit-equal) on generated documents that cover every tool, for each format as far as its table says.',
    run: async (did) => {
      did(
        await vitestStep('unit', ['packages/model/formats/src/images/round-trip.test.ts'], [], {
          soak: true,
        }),
      );
    },
  },
  {
    text: '300 (soak 30,000) interleavings on the canvas save path: nothing lost, nothing doubled.',
    run: async (did) => {
      did(
        await vitestStep(
          'integration',
          [`${services}/work/drawing.int.test.ts`],
          ['loses and doubles nothing that is drawn, whatever is lost, closed or runs out'],
        ),
      );
      did(
        await vitestStep(
          'unit',
          [`${region}/merge-drawn.test.ts`, `${region}/drawn-client.test.ts`],
          [
            'what was drawn in any order is on the server what it is here, whatever is lost, sent again or reloaded',
          ],
        ),
      );
    },
  },
  {
    text: 'The whole thread of issue 3 works for an image project: import with labels, verify, review by overlay, agreement, version, release, COCO and YOLO export.',
    run: async (did) => {
      did(await browserStep(['thread-images.spec.ts', 'images.spec.ts', 'label-images.spec.ts']));
      did(
        await vitestStep('integration', [
          `${services}/label-imports/read-picture-labels.int.test.ts`,
          `${services}/exports/image-labels.int.test.ts`,
          `${services}/releases/picture-releases.int.test.ts`,
        ]),
      );
    },
  },
  {
    text: 'Pictures of each tool in use show no overlap, clipping or unreadable text; axe clean; `docs/` for labelling images with real pictures.',
    run: async (did) => {
      did(await runShell('npm run --silent shots'));
      did(await documentsStep('follow every relative link', brokenLinks));
    },
  },
];
