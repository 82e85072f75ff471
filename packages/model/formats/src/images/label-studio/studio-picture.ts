import { type JsonObject, textOfValue } from '../check/json-value.ts';

const PICTURE = /\.(jpe?g|png|webp|avif|tiff?|bmp|gif)$/i;

/** The path of the picture of a task: of its member `image`, else of the first one that names a picture. */
export function picturePathOf(data: JsonObject): string | undefined {
  const texts = [data.image, ...Object.values(data)].map(textOfValue).filter((each) => each !== undefined);
  const own = textOfValue(data.image);
  const found = own ?? texts.find((text) => PICTURE.test(pathOfAddress(text)));
  return found === undefined || found === '' ? undefined : pathOfAddress(found);
}

/**
 * What a picture was called before Label Studio had it: without the server, the bucket or the folder of uploads, whose
 * names begin with eight hexadecimal digits.
 */
function pathOfAddress(text: string): string {
  const isAddress = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) || text.startsWith('/');
  if (!isAddress) return text;
  const local = /[?&]d=([^&]+)/.exec(text)?.[1];
  const path = local ?? text.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '').replace(/[?#].*$/, '');
  const clean = decoded(path).replace(/^\/+/, '');
  return /^data\/upload\/(?:\d+\/)?(?:[0-9a-f]{8}-)?(.+)$/.exec(clean)?.[1] ?? clean;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
