import { imageImportAbout, imageSide } from '@assay/contracts';
import { createImageImport, listImages, orderImageComparison } from '@assay/services';
import { runHere, type TestDeps, type UserActor, uploadBytes } from '@assay/services/testing';
import { pngOf } from '@assay/testkit';

/** An import of one picture that was read, and the upload that it came from. */
export async function makeImageImport(test: TestDeps, owner: UserActor, projectId: string) {
  const bytes = pngOf(48, 32, (x, y) => [x * 5, y * 7, 90]);
  const imageUploadId = await uploadBytes(test, owner, projectId, bytes, 'scene.png');
  const { importId, jobId } = await createImageImport(test.deps, owner, {
    projectId,
    name: 'Scenes',
    about: imageImportAbout.parse({ origin: 'synthetic', generator: 'A test' }),
    uploadIds: [imageUploadId],
  });
  const { status, error } = await runHere(test.deps, owner, jobId);
  if (status !== 'SUCCEEDED') throw new Error(`The pictures were not read: ${JSON.stringify(error)}`);
  const { images } = await listImages(test.deps, owner, { projectId, order: 'newest', limit: 1 });
  const { comparisonId } = await orderImageComparison(test.deps, owner, {
    projectId,
    real: imageSide.parse({ importId }),
    made: imageSide.parse({ origin: 'synthetic' }),
  });
  return { comparisonId, imageImportId: importId, imageUploadId, imageId: images[0]?.id ?? '' };
}
