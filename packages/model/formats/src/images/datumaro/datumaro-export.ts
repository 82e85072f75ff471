/** What Datumaro 1.13.12 exports of an item with an annotation of each kind (`Dataset.export(..., 'datumaro')`). */
export const DATUMARO_EXPORT = {
  dm_format_version: '1.0',
  media_type: 2,
  infos: {},
  categories: {
    label: {
      labels: [
        {
          name: 'car',
          parent: 'vehicle',
          attributes: [],
        },
        {
          name: 'person',
          parent: '',
          attributes: [],
        },
      ],
      label_groups: [],
      attributes: [],
    },
    points: {
      items: [
        {
          label_id: 1,
          labels: ['head', 'hand'],
          joints: [[1, 2]],
          positions: [],
        },
      ],
    },
    mask: {
      colormap: [
        {
          label_id: 0,
          r: 255,
          g: 0,
          b: 170,
        },
      ],
    },
  },
  items: [
    {
      id: 'd/a',
      annotations: [
        {
          id: 1,
          type: 'bbox',
          attributes: {
            occluded: true,
            colour: 'red',
            score: 0.5,
          },
          group: 5,
          label_id: 0,
          z_order: 2,
          bbox: [1.0, 2.0, 3.0, 4.0],
        },
        {
          id: 2,
          type: 'polygon',
          attributes: {},
          group: 0,
          label_id: 0,
          points: [1.0, 1.0, 9.0, 1.0, 9.5, 8.0],
          z_order: 0,
        },
        {
          id: 3,
          type: 'polyline',
          attributes: {},
          group: 0,
          label_id: null,
          points: [1.0, 1.0, 5.0, 5.0],
          z_order: 0,
        },
        {
          id: 4,
          type: 'points',
          attributes: {},
          group: 0,
          label_id: 1,
          points: [1.0, 2.0, 3.0, 4.0],
          z_order: 0,
          visibility: [2, 1],
        },
        {
          id: 5,
          type: 'points',
          attributes: {},
          group: 0,
          label_id: 0,
          points: [1.0, 2.0, 3.0, 4.0],
          z_order: 0,
          visibility: [2, 2],
        },
        {
          id: 6,
          type: 'mask',
          attributes: {
            is_crowd: true,
          },
          group: 0,
          label_id: 0,
          rle: {
            counts: 'm03600NK0520000i0',
            size: [9, 12],
          },
          z_order: 0,
        },
        {
          id: 7,
          type: 'label',
          attributes: {},
          group: 0,
          label_id: 1,
        },
        {
          id: 8,
          type: 'ellipse',
          attributes: {},
          group: 0,
          label_id: 0,
          points: [2.0, 2.0, 8.0, 6.0],
          z_order: 0,
        },
        {
          id: 9,
          type: 'caption',
          attributes: {},
          group: 0,
          caption: 'x',
        },
      ],
      attr: {
        hour: 7,
      },
      image: {
        path: 'd_a.jpg',
        size: [9, 12],
      },
    },
  ],
} as const;
