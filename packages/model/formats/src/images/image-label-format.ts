/** Formats of labelled images. YOLO has a task of its own for each kind of region: they cannot stand in one data set. */
export const imageLabelFormats = [
  'coco',
  'yolo-detect',
  'yolo-segment',
  'yolo-pose',
  'yolo-obb',
  'voc',
  'cvat',
  'label-studio',
  'datumaro',
] as const;
export type ImageLabelFormat = (typeof imageLabelFormats)[number];

/** As people write them. */
export const IMAGE_LABEL_FORMAT_NAMES: Readonly<Record<ImageLabelFormat, string>> = {
  coco: 'COCO',
  'yolo-detect': 'YOLO detect',
  'yolo-segment': 'YOLO segment',
  'yolo-pose': 'YOLO pose',
  'yolo-obb': 'YOLO OBB',
  voc: 'Pascal VOC',
  cvat: 'CVAT XML',
  'label-studio': 'Label Studio JSON',
  datumaro: 'Datumaro JSON',
};
