import type { Page } from '@playwright/test';

type Camera = { x: number; y: number; zoom: number };

/** What tests ask the page of a canvas. */
export function askCanvas(page: () => Page) {
  const sharp = () => page().evaluate(() => window.canvasPage.sharp());
  const camera = () =>
    page().evaluate(() => {
      const { x, y, zoom } = window.canvasPage.editor().store.get('camera') as unknown as Camera;
      return { x, y, zoom };
    });

  /** What the layers show, from the lowest: a number for each that is another when a pixel is. */
  const layers = () =>
    page().evaluate(() =>
      [...document.querySelectorAll('canvas')].map((canvas) => {
        const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
        // FNV-1a
        let hash = 0x811c9dc5;
        for (const value of data) hash = Math.imul(hash ^ value, 0x01000193);
        return hash;
      }),
    );

  /** Where a point of the image is on the screen. */
  async function onScreen(x: number, y: number): Promise<[number, number]> {
    const now = await camera();
    return [(x - now.x) * now.zoom, (y - now.y) * now.zoom];
  }

  const regions = () =>
    page().evaluate(() =>
      [...window.canvasPage.editor().store.all()].flatMap((record) =>
        record.type === 'region' ? [record] : [],
      ),
    );
  const boxOf = (id: string) =>
    page().evaluate((of) => {
      const record = window.canvasPage.editor().store.get(of);
      return record?.type === 'region' && record.geometry.kind === 'box' ? record.geometry : undefined;
    }, id);
  const selected = () =>
    page().evaluate(() => {
      const record = window.canvasPage.editor().store.get('selection');
      return record?.type === 'selection' ? [...record.regionIds] : undefined;
    });

  /** How many colours the layer of the image shows. */
  const coloursOfPicture = () =>
    page().evaluate(() => {
      const canvas = document.querySelector('canvas')!;
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      return new Set(new Uint32Array(data.buffer)).size;
    });

  const state = () => page().evaluate(() => window.canvasPage.editor().state.peek());

  return { sharp, camera, layers, onScreen, regions, boxOf, selected, coloursOfPicture, state };
}
