import { readGuideImage } from '~/server/guide-files.ts';

/** Pictures of the documentation; they hold nothing of anybody's data. */
export async function GET(_: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const image = await readGuideImage((await params).file);
  if (image === null) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(image), {
    headers: { 'content-type': 'image/png', 'cache-control': 'public, max-age=3600' },
  });
}
