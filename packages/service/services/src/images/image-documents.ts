import { type ImageFacts, type ImageNotice, type ImagePyramid, shortened } from '@assay/contracts';
import type { PictureFacts, PyramidIndex } from '@assay/images';

/** The measures that have a value: of a picture of one colour some have none. */
function measuresOf(quality: PictureFacts['quality']): ImageFacts['measures'] {
  const { laplacianVariance, blur, exposure, colourfulness, noise } = quality;
  return {
    ...(laplacianVariance.ok ? { laplacianVariance: laplacianVariance.value } : {}),
    ...(blur.ok ? { blur: blur.value } : {}),
    ...(exposure.ok ? exposure.value : {}),
    ...(colourfulness.ok ? { colourfulness: colourfulness.value } : {}),
    ...(noise.ok ? { noise: noise.value } : {}),
  };
}

/** What the decoder says of a picture, as it is stored with it. */
export function factsOfPicture(facts: PictureFacts): ImageFacts {
  return {
    type: 'assay.image-facts',
    version: 1,
    orientation: facts.orientation,
    bitDepth: facts.bitDepth,
    colourSpace: facts.colourSpace,
    channels: facts.channels,
    alpha: facts.alpha,
    profile: facts.profile === null ? null : shortened(facts.profile, 200),
    lossless: facts.lossless,
    takenAt: facts.takenAt,
    notices: facts.notices.slice(0, 20).map((notice): ImageNotice => {
      const said = Object.entries(notice).map(([name, value]) => [
        name,
        typeof value === 'string' ? shortened(value, 500) : value,
      ]);
      return Object.fromEntries(said) as ImageNotice;
    }),
    measures: measuresOf(facts.quality),
  };
}

/** Where the tiles of a picture lie, as it is stored with it. */
export function pyramidOfPicture({ tileSize, levels, offsets }: PyramidIndex): ImagePyramid {
  return { type: 'assay.image-pyramid', version: 1, tileSize, levels, offsets };
}
