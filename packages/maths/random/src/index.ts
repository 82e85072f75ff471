export { drawSubset } from './draw-subset.ts';
export { drawInteger } from './integer.ts';
export { drawNormal } from './normal.ts';
export { createPermutation, type Permutation } from './permutation.ts';
export { philox4x32 } from './philox.ts';
export { shuffled } from './shuffle.ts';
export { createStream, drawBlock, type Stream } from './stream.ts';
export { drawUniform } from './uniform.ts';
