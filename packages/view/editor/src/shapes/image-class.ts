import { type ImageClassGeometry, imageClassGeometry } from '@assay/contracts';
import type { ShapeModule } from './shape-module.ts';

/** It has no place: nothing hits it, and nothing moves it. */
export const imageClassShape: ShapeModule<ImageClassGeometry> = {
  kind: 'image-class',
  version: 1,
  schema: imageClassGeometry,
  migrations: {},
  bounds: () => undefined,
  area: () => 0,
  distanceTo: () => Infinity,
  meets: () => false,
  translate: (geometry) => geometry,
  borders: () => [],
  numbers: [],
  handles: () => [],
  moveHandle: (geometry) => geometry,
  removeHandle: undefined,
  rotate: undefined,
};
