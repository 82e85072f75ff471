export { comparePictureSets } from '../images/compare-picture-sets.ts';
export { findTwins } from '../images/find-twins.ts';
export { type PictureFacts, type PictureOfVersion, pictureFigures } from './picture-figures.ts';
