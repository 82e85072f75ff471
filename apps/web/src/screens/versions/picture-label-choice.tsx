import { type PictureLabelFile, pictureLabelFile } from '@assay/contracts';
import { Checkbox } from '@assay/ui';
import { useTranslations } from 'next-intl';

/** What is chosen unless somebody chooses. */
export const USUAL_PICTURE_LABELS: readonly PictureLabelFile[] = ['coco', 'yolo'];

/** In which formats of other tools labels of pictures are written beside the data. */
export function PictureLabelChoice({
  chosen,
  onChange,
}: {
  chosen: readonly PictureLabelFile[];
  onChange: (chosen: PictureLabelFile[]) => void;
}) {
  const t = useTranslations('versions.exports');
  return (
    <fieldset className="w-full">
      <legend className="text-sm font-medium">{t('pictureLabels')}</legend>
      <p className="mb-2 mt-0.5 text-sm text-fg-secondary">{t('pictureLabelsAbout')}</p>
      <div className="grid gap-x-6 gap-y-2 sm:grid-cols-2 lg:max-w-2xl lg:grid-cols-3">
        {pictureLabelFile.options.map((kind) => (
          <Checkbox
            key={kind}
            label={t(`pictureFormats.${kind}`)}
            checked={chosen.includes(kind)}
            onChange={(on) =>
              onChange(
                pictureLabelFile.options.filter((each) => (each === kind ? on : chosen.includes(each))),
              )
            }
          />
        ))}
      </div>
    </fieldset>
  );
}
