import { expect, it } from 'vitest';
import { picturePathIn } from './picture-path.ts';

it('a picture lies where tools of the format look for it', () => {
  const image = { path: 'd/a.jpg', width: 1, height: 1, split: 'train', attributes: {} };
  expect(picturePathIn('coco', image)).toBe('images/d/a.jpg');
  expect(picturePathIn('voc', image)).toBe('JPEGImages/d/a.jpg');
  expect(picturePathIn('yolo-pose', image)).toBe('images/train/d/a.jpg');
  expect(picturePathIn('yolo-pose', { ...image, split: null })).toBe('images/none/d/a.jpg');
});
