import type { Camera, Size } from '@assay/editor';
import { createPictureCanvas, type PictureCanvas, servedSource } from '@assay/editor-konva/picture';
import { useEffect, useRef, useState } from 'react';
import { useOrg } from '~/shell/org-context.tsx';
import type { ImageView } from '../image-types.ts';

/**
 * Draws a picture on a canvas as a camera sees it, and says whether anything of it is seen, or missing.
 *
 * @param folder where its files are: `/api/images/<id>`
 * @param frame of a sequence
 */
export function usePicture(
  { width, height, pyramid }: Pick<ImageView, 'width' | 'height' | 'pyramid'>,
  folder: string,
  camera: Camera,
  screen: Size,
  frame = 0,
) {
  const org = useOrg().organisation.slug;
  const canvas = useRef<HTMLCanvasElement>(null);
  const [drawn, setDrawn] = useState<PictureCanvas | null>(null);
  const [state, setState] = useState({ isSeen: false, isLost: false });
  const retry = useRef(() => {});

  useEffect(() => {
    if (canvas.current === null) return;
    const hrefOf = (file: string) =>
      `${folder}/${file}?org=${encodeURIComponent(org)}${frame === 0 ? '' : `&frame=${frame}`}`;
    const source = servedSource({ size: { width, height }, pyramid, hrefOf });
    source.listen(() => setState({ isSeen: source.isSeen(), isLost: source.isLost() }));
    retry.current = source.retry;
    const made = createPictureCanvas(canvas.current, source);
    setDrawn(made);
    return () => {
      made.stop();
      source.close();
    };
  }, [folder, width, height, pyramid, org, frame]);

  const { x, y, zoom } = camera;
  useEffect(() => {
    if (screen.width > 0 && screen.height > 0) drawn?.show({ x, y, zoom }, screen);
  }, [drawn, x, y, zoom, screen]);

  return { canvas, ...state, retry: () => retry.current() };
}
