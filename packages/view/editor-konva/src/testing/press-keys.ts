import { strokesOf } from '@assay/domain';
import type { Editor } from '@assay/editor';

/** Gives keys that are pressed on a canvas to its editor, written as whoever mounts one writes them. */
export function pressKeysOn(editor: () => Editor): void {
  addEventListener('keydown', (event) => {
    if (!(event.target instanceof HTMLElement) || !event.target.matches('[role=application]')) return;
    const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event;
    const altGraph = event.getModifierState('AltGraph');
    const strokes = strokesOf({ key, code, ctrlKey, metaKey, altKey, shiftKey, altGraph });
    if (editor().press(...strokes)) event.preventDefault();
  });
}
