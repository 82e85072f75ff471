import type { ImageLabelFormat } from './image-label-format.ts';
import { isPictureList } from './yolo/yolo-layout.ts';

/** A file of an import, with its first characters where it is a text (some 64 KiB of it, or all). */
export type FileHead = { readonly path: string; readonly head: string };

/** Members of the outermost object of a document that only this format has together. */
const JSON_MARKS: readonly { readonly format: ImageLabelFormat; readonly members: RegExp }[] = [
  { format: 'datumaro', members: /"dm_format_version"\s*:|"items"\s*:\s*\[\s*\{\s*"id"\s*:/ },
  {
    format: 'coco',
    members: /"(annotations|images)"\s*:\s*\[\s*(\]|\{[^{}]*"(image_id|file_name|id)"\s*:)/,
  },
];
/** Categories alone: the beginning of COCO, or the notes that Label Studio puts beside YOLO. */
const CATEGORIES = /"categories"\s*:\s*\[\s*(\]|\{[^{}]*"(id|name|supercategory)"\s*:)/;

/**
 * Tells which format the files of an import are of, by what stands in them, and which task of YOLO; undefined where none
 * of them is one. A picture may be among them.
 */
export function detectImageLabelFormat(files: readonly FileHead[]): ImageLabelFormat | undefined {
  for (const { path, head } of files) {
    if (isJson(path)) {
      const format = formatOfJson(head);
      if (format !== undefined) return format;
    } else if (/\.xml$/i.test(path)) {
      const root = rootOf(head);
      if (root === 'annotation') return 'voc';
      if (root === 'annotations') return 'cvat';
    }
  }
  const hasCategories = files.some(({ path, head }) => isJson(path) && CATEGORIES.test(head));
  return formatOfYolo(files) ?? (hasCategories ? 'coco' : undefined);
}

const isJson = (path: string): boolean => /\.json$/i.test(path);

function formatOfJson(head: string): ImageLabelFormat | undefined {
  const text = head.replace(/^\uFEFF/, '').trimStart();
  if (text.startsWith('[')) return isTask(text) ? 'label-studio' : undefined;
  return JSON_MARKS.find(({ members }) => members.test(text))?.format;
}

/** The data of a task stand behind its annotations, which may be long. */
const isTask = (text: string): boolean =>
  /"data"\s*:\s*\{/.test(text) ||
  /"(annotations|predictions)"\s*:\s*\[\s*\{[\s\S]*?"result"\s*:\s*\[/.test(text);

/** The name of the outermost element, behind declarations and comments. */
function rootOf(text: string): string | undefined {
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    const end = text.startsWith('<!--', at) ? '-->' : text.startsWith('<?', at) ? '?>' : undefined;
    if (end === undefined) return /^<([A-Za-z]\w*)[\s/>]/.exec(text.slice(at, at + 100))?.[1];
    at = text.indexOf(end, at);
    if (at < 0) return undefined;
  }
  return undefined;
}

/** Lines of numbers in files that are no list of names or pictures, beside names or not. */
function formatOfYolo(files: readonly FileHead[]): ImageLabelFormat | undefined {
  const data = files.find(({ path, head }) => /\.ya?ml$/i.test(path) && /^names\s*:/m.test(head));
  const hasNames = files.some(({ path, head }) => /\.names$/i.test(path) && head.trim() !== '');
  const lines = files
    .filter(({ path }) => /\.txt$/i.test(path) && !/(^|\/)classes\.txt$/i.test(path))
    .filter(({ head }) => !isPictureList(head))
    .flatMap(({ head }) => head.split('\n').slice(0, 50))
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const counts = lines
    .filter((line) => /^\d+(\s+-?[\d.]+(e-?\d+)?)+$/i.test(line))
    .map((line) => line.split(/\s+/).length);
  const isYolo = data !== undefined || hasNames || (counts.length > 0 && counts.length === lines.length);
  if (!isYolo || (counts.length > 0 && Math.min(...counts) < 5)) return undefined;
  if (data !== undefined && /^kpt_shape\s*:/m.test(data.head)) return 'yolo-pose';
  if (counts.length === 0) return 'yolo-detect';
  // Four corners each time, and a score behind them or not, are rotated boxes: polygons would have other counts too.
  if (counts.every((count) => count === 9 || count === 10)) return 'yolo-obb';
  if (counts.some((count) => count >= 7)) return 'yolo-segment';
  return 'yolo-detect';
}
