import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectImageLabelFormat } from './detect-image-label-format.ts';
import { imageLabelFormats } from './image-label-format.ts';
import { keptKind, withKind } from './testing/every-thing.ts';
import { written } from './testing/round-trip.ts';

const headsOf = (files: readonly { path: string; text: string }[]) =>
  files.map(({ path, text }) => ({ path, head: text.slice(0, 2 ** 16) }));

describe('detectImageLabelFormat', () => {
  it.each(imageLabelFormats)('knows %s as it is written here', async (format) => {
    const { files } = await written(format, withKind(keptKind(format)));
    expect(detectImageLabelFormat(headsOf(files))).toBe(format);
  });

  it.each([
    [
      '{"info": {"year": 2017}, "licenses": [{"url": "x", "id": 1}], "images": [{"license": 4, "file_name": "a.jpg"}]}',
      'coco',
    ],
    ['{"categories":[{"supercategory":"person","id":1,"name":"person","keypoints":["nose"]}]}', 'coco'],
    ['[{"id": 1, "annotations": [], "file_upload": "a.jpg", "data": {"image": "a.jpg"}}]', 'label-studio'],
    ['{"dm_format_version": "1.0", "infos": {}}', 'datumaro'],
    ['{"a": 1}', undefined],
    ['[1, 2]', undefined],
    ['', undefined],
  ])('knows the beginning of JSON %s', (head, format) => {
    expect(detectImageLabelFormat([{ path: 'a.json', head }])).toBe(format);
  });

  it.each([
    ['<?xml version="1.0"?>\n<!-- made by hand --><annotation verified="yes"><folder>x</folder>', 'voc'],
    ['<annotations>\n<version>1.1</version>', 'cvat'],
    ['<html><body>', undefined],
  ])('knows the beginning of XML %s', (head, format) => {
    expect(detectImageLabelFormat([{ path: 'a.xml', head }])).toBe(format);
  });

  it.each([
    ['0 .5 .5 .1 .1\n', '', 'yolo-detect'],
    ['0 0.5 0.5 0.1 0.1 0.9\n', '', 'yolo-detect'],
    ['0 .1 .1 .2 .1 .2 .2 .1 .2\n', '', 'yolo-obb'],
    ['0 .1 .1 .2 .1 .2 .2 .1 .2 0.75\n', '', 'yolo-obb'],
    ['0 .1 .1 .2 .1 .2 .2 .1 .2\n0 .1 .1 .2 .1 .2 .2 .1 .2 0.75\n', '', 'yolo-obb'],
    ['0 .1 .1 .2 .1 .2 .2 .1 .2 .9\n0 .1 .1 .2 .2 .3 1e-3 .9\n', '', 'yolo-segment'],
    ['0 .1 .1 .2 .1 .2 .2 .1 .2\n0 .1 .1 .2 .2 .3 1e-3\n', '', 'yolo-segment'],
    ['0 .5 .5 .1 .1 .5 .5 2\n', 'names: [a]\nkpt_shape: [1, 3]\n', 'yolo-pose'],
    ['', 'names: [a]\n', 'yolo-detect'],
    ['hello 1 2 3 4\n', '', undefined],
    ['1 2 3\n', '', undefined],
    ['', '', undefined],
  ])('knows lines of YOLO %j beside %j', (lines, data, format) => {
    const files = [
      { path: 'images/a.jpg', head: '' },
      { path: 'labels/a.txt', head: lines },
      { path: 'classes.txt', head: 'car\nbus' },
      ...(data === '' ? [] : [{ path: 'data.yaml', head: data }]),
    ];
    expect(detectImageLabelFormat(files)).toBe(format);
  });

  it('knows YOLO beside the notes of Label Studio, and COCO that begins with its categories', () => {
    const notes = {
      path: 'notes.json',
      head: '{"categories": [{"id": 0, "name": "car"}], "info": {"year": 2026, "version": "1.0"}}',
    };
    const labels = { path: 'labels/a.txt', head: '0 .5 .5 .1 .1\n' };
    expect(detectImageLabelFormat([{ path: 'classes.txt', head: 'car' }, labels, notes])).toBe('yolo-detect');
    expect(detectImageLabelFormat([notes, { path: 'README.txt', head: 'Made in spring.' }])).toBe('coco');
  });

  it('knows Darknet as CVAT writes it', () => {
    const files = [
      { path: 'obj.names', head: 'car\nbus\n' },
      { path: 'train.txt', head: 'data/obj_train_data/a b.jpg\ndata/obj_train_data/c.PNG\n' },
      { path: 'obj_train_data/a b.txt', head: '1 0.3 0.8 0.1 0.3\n' },
    ];
    expect(detectImageLabelFormat(files)).toBe('yolo-detect');
    expect(detectImageLabelFormat(files.slice(1))).toBe('yolo-detect');
    expect(detectImageLabelFormat(files.slice(0, 2))).toBe('yolo-detect');
    expect(detectImageLabelFormat(files.slice(1, 2))).toBeUndefined();
  });

  it('knows tasks of Label Studio whose data stand far behind', () => {
    const result = JSON.stringify(Array(2000).fill({ type: 'rectanglelabels', value: { x: 1, y: 2 } }));
    for (const list of ['annotations', 'predictions']) {
      const text = `[{"id": 1, "${list}": [{"id": 2, "completed_by": {"id": 1}, "result": ${result}}], "data": {"image": "a.jpg"}}]`;
      const head = text.slice(0, 2 ** 16);
      expect(head).not.toContain('"data"');
      expect(detectImageLabelFormat([{ path: 'a.json', head }])).toBe('label-studio');
    }
    expect(
      detectImageLabelFormat([{ path: 'a.json', head: '[{"image_id": 1, "bbox": [1, 2, 3, 4]}]' }]),
    ).toBe(undefined);
  });

  it('says something of any text', () => {
    const ending = fc.constantFrom('json', 'xml', 'txt', 'yaml');
    fc.assert(
      fc.property(ending, fc.string(), (name, head) => {
        const format = detectImageLabelFormat([{ path: `a.${name}`, head }]);
        expect([undefined, ...imageLabelFormats]).toContain(format);
      }),
    );
  });
});
