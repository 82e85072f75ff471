import { byDoubt, type Editor, goToRegion, proposedRegions, select } from '@assay/editor';
import type { ImageSource } from '@assay/editor-konva';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import { refusalOf } from '~/trpc/client.tsx';
import type { Desk } from '../desk/desk.ts';
import type { HeldTask } from '../desk/desk-types.ts';
import { createDrawing, type Drawing, fetchDrawing, type Replaced } from './drawing.ts';
import { followFrames } from './follow-frames.ts';
import { lookInFrame } from './look-in-frame.ts';
import { looksOf, offeredLabels, type RegionQuestion, takeTool, toolsOf } from './region-question.ts';

type Konva = typeof import('@assay/editor-konva');
type Renderer = ReturnType<Konva['createRenderer']>;
type Seen = Awaited<ReturnType<typeof fetchDrawing>>;

/** A picture that is at hand, or on its way: of the one before the person, and of those after it. */
type AtHand = {
  source: ImageSource;
  seen: Promise<Seen>;
  /** What is drawn on it, once it has come: then it is shown in the same frame in which it is asked for. */
  known: Seen | null;
  abort: AbortController;
};

/** Shows the whole picture, however large the screen becomes, until somebody looks at a part of it. Returns its end. */
function keepFitting(editor: Editor, element: HTMLElement): () => void {
  let fitted: unknown;
  const fit = () => {
    // While the desk is paused there is nothing to fit it to.
    if (element.clientWidth === 0) return;
    if (fitted !== undefined && editor.store.get('camera') !== fitted) return;
    editor.run('zoom-fit');
    fitted = editor.store.get('camera');
  };
  fit();
  let frame = 0;
  const observer = new ResizeObserver(() => {
    cancelAnimationFrame(frame);
    // After the canvas itself has taken its new size.
    frame = requestAnimationFrame(fit);
  });
  observer.observe(element);
  return () => {
    cancelAnimationFrame(frame);
    observer.disconnect();
  };
}

/** The proposal that is most in doubt is before the person at once. */
function selectDoubtful({ store }: Editor): void {
  const open = proposedRegions(store).filter(({ proposal }) => proposal.state === 'open');
  const [first] = open.sort(byDoubt);
  if (first === undefined) return;
  select(store, [first.id]);
  goToRegion(store, first.id);
}

/** Once the frame is on the screen that is being made. Returns how to let it be. */
function afterPaint(act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(act);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

const sizeInPixels = ({ clientWidth, clientHeight }: HTMLElement) => ({
  width: clientWidth * devicePixelRatio,
  height: clientHeight * devicePixelRatio,
});

const keyOf = (taskId: string, labelSchemaVersionId: string | null) => `${taskId} ${labelSchemaVersionId}`;

/** Where a file of the picture of a task is. */
const pictureHref = (org: string, taskId: string, file: string, frame = 0): string =>
  `/api/tasks/${taskId}/picture/${file}?org=${encodeURIComponent(org)}${frame === 0 ? '' : `&frame=${frame}`}`;

/**
 * A canvas on which one picture after another is drawn on. The pictures of the tasks ahead, and what is drawn on them,
 * are fetched before they are needed.
 */
export function useCanvas({
  desk,
  held,
  ahead,
  question,
  drawing,
  label,
  unlabelled,
  onDrawing,
  onReplaced,
}: {
  desk: Desk;
  held: HeldTask;
  ahead: readonly HeldTask[];
  question: RegionQuestion;
  /** What `onDrawing` told last. */
  drawing: Drawing | null;
  label: string;
  unlabelled: string;
  /** Null as long as what is drawn on the picture is not there. */
  onDrawing: (drawing: Drawing | null) => void;
  onReplaced: (replaced: readonly Replaced[]) => void;
}) {
  const org = useOrg().organisation.slug;
  const container = useRef<HTMLDivElement>(null);
  const [konva, setKonva] = useState<Konva | null>(null);
  const [renderer, setRenderer] = useState<Renderer | null>(null);
  const [picture, setPicture] = useState({ isSeen: false, isLost: false });
  const [source, setSource] = useState<ImageSource | null>(null);
  const [atHand] = useState(() => new Map<string, AtHand>());
  const latest = useRef({ held, ahead, question, onReplaced });
  latest.current = { held, ahead, question, onReplaced };
  const shown = useRef<Editor | null>(null);
  const looks = useRef(looksOf(question, unlabelled));
  looks.current = looksOf(question, unlabelled);

  useEffect(() => {
    let made: Renderer | null = null;
    let gone = false;
    // It needs a browser, and most who work here label rows.
    void import('@assay/editor-konva').then((loaded) => {
      if (gone || container.current === null) return;
      made = loaded.createRenderer({
        container: container.current,
        label,
        lookOf: (region) => lookInFrame(looks.current(region), region, shown.current),
      });
      setKonva(loaded);
      setRenderer(made);
    });
    return () => {
      gone = true;
      made?.destroy();
      for (const each of atHand.values()) {
        each.abort.abort();
        each.source.close();
      }
      atHand.clear();
    };
  }, [label, atHand]);

  const taskId = held.task.id;
  // After a migration of the label schema, it is all opened anew.
  const { labelSchemaVersionId } = held.batch;
  useEffect(() => {
    if (renderer === null || konva === null) return;
    const bring = ({ task, batch }: HeldTask): AtHand => {
      const key = keyOf(task.id, batch.labelSchemaVersionId);
      const known = atHand.get(key);
      if (known !== undefined) return known;
      const { width = 1, height = 1, pyramid = null } = task.picture ?? {};
      const abort = new AbortController();
      const source = konva.servedSource({
        size: { width, height },
        pyramid,
        hrefOf: (file) => pictureHref(org, task.id, file),
      });
      const seen = fetchDrawing(desk, task, abort.signal);
      const made: AtHand = { source, seen, known: null, abort };
      // Whoever waits for it hears where it fails; nobody may.
      seen.then(
        (known) => {
          made.known = known;
        },
        () => undefined,
      );
      atHand.set(key, made);
      return made;
    };
    // What was fetched ahead under labels that were migrated since is fetched anew.
    const { held: before, ahead: after } = latest.current;
    const wanted = new Set(
      [before, ...after].map(({ task, batch }) => keyOf(task.id, batch.labelSchemaVersionId)),
    );
    for (const [key, each] of atHand) {
      if (wanted.has(key)) continue;
      each.abort.abort();
      each.source.close();
      atHand.delete(key);
    }
    let made: Drawing | null = null;
    let stopFitting = () => {};
    let pixels: ReturnType<Konva['createPixelReader']> | null = null;
    let gone = false;
    const { source: first, seen, known: atOnce } = bring(latest.current.held);
    let stopLooking = () => {};
    let stopFrames = () => {};
    let stopWaiting = () => {};
    let shows: ImageSource | null = null;
    const lookAt = (next: ImageSource) => {
      shows = next;
      const look = () => setPicture({ isSeen: next.isSeen(), isLost: next.isLost() });
      setSource(next);
      stopLooking();
      stopLooking = next.listen(look);
      look();
    };
    lookAt(first);
    const begin = (known: Seen) => {
      const { question: asked, held: now } = latest.current;
      pixels = konva.createPixelReader(first);
      made = createDrawing(
        desk,
        now,
        known,
        asked,
        (point) => pixels?.around(point),
        (replaced) => latest.current.onReplaced(replaced),
      );
      // It is seen once: if one comes back to the picture it is asked for anew.
      atHand.delete(keyOf(taskId, labelSchemaVersionId));
      const { editor } = made;
      const [firstLabel] = offeredLabels(asked);
      if (firstLabel !== undefined) {
        const pen = { labelId: firstLabel.id, attributes: {} };
        editor.store.update('pen', 'pen', (before) => ({ ...before, label: pen }));
      }
      const drawn = toolsOf(asked).find((tool) => tool !== 'select');
      takeTool(editor, asked, made.answer().regions.length === 0 && drawn !== undefined ? drawn : 'select');
      shown.current = editor;
      renderer.open({ editor, source: first });
      const { width = 1, height = 1, pyramid = null, frames = null } = now.task.picture ?? {};
      if (frames !== null) {
        stopFrames = followFrames({
          editor,
          first,
          sourceOf: (frame) =>
            konva.servedSource({
              size: { width, height },
              pyramid,
              hrefOf: (file) => pictureHref(org, taskId, file, frame),
            }),
          device: () => sizeInPixels(renderer.element),
          onSource: (next) => {
            if (next === shows) return;
            renderer.setSource(next);
            pixels?.stop();
            pixels = konva.createPixelReader(next);
            lookAt(next);
          },
        });
      }
      stopFitting = keepFitting(editor, renderer.element);
      selectDoubtful(editor);
      if (document.activeElement === document.body || document.activeElement?.id === 'work-top') {
        renderer.element.focus({ preventScroll: true });
      }
      onDrawing(made);
      // While one draws here, what comes next is fetched; what is here is painted first.
      stopWaiting = afterPaint(() => {
        const device = sizeInPixels(renderer.element);
        for (const next of latest.current.ahead.slice(0, 2)) bring(next).source.prefetch(device);
      });
    };
    if (atOnce !== null) begin(atOnce);
    else {
      onDrawing(null);
      void seen.then(
        (known) => {
          if (!gone) begin(known);
        },
        (error: unknown) => {
          if (!gone) desk.drawingRefused(taskId, refusalOf(error));
        },
      );
    }
    return () => {
      gone = true;
      stopLooking();
      stopFrames();
      stopFitting();
      stopWaiting();
      pixels?.stop();
      made?.stop();
      atHand.delete(keyOf(taskId, labelSchemaVersionId));
      // What is on the canvas stays until the next picture is there.
      setTimeout(() => first.close(), 5000);
    };
  }, [renderer, konva, desk, taskId, labelSchemaVersionId, org, atHand, onDrawing]);

  // Whatever comes where the picture was has no drawing.
  useEffect(() => () => onDrawing(null), [onDrawing]);

  const mapOf = useCallback(
    (canvas: HTMLCanvasElement) => {
      if (konva === null || drawing === null || source === null) return { stop: () => {} };
      return konva.createMinimap(canvas, { editor: drawing.editor, source });
    },
    [konva, drawing, source],
  );

  return {
    container,
    renderer,
    mapOf,
    ...picture,
    retry: () => source?.retry(),
  };
}
