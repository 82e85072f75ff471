import { UPLOAD_PART_BYTES } from '@assay/contracts';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Upload } from 'tus-js-client';
import { useOrg } from '~/shell/org-context.tsx';
import { refusalOf, useTRPC } from '~/trpc/client.tsx';
import { addSample, type Sample, sendingRate } from '../../sources/upload/sending-rate.ts';
import { isWorthRetrying, RETRY_DELAYS_MS, refusalText } from '../../sources/upload/tus-answers.ts';
import { isSentBare, type Pack } from './plan-packs.ts';

export type Sending = {
  phase: 'none' | 'packing' | 'sending' | 'lost';
  sent: number;
  total: number;
  rate: number | null;
  timeLeftMs: number | null;
};

const NONE: Sending = { phase: 'none', sent: 0, total: 0, rate: null, timeLeftMs: null };

/** One file out of many. Nothing is compressed: pictures are already. */
async function packed(pack: Pack): Promise<Blob> {
  const { files } = pack;
  const [only] = files;
  if (only !== undefined && isSentBare(pack)) return only.file;
  const { downloadZip } = await import('client-zip');
  return downloadZip(
    files.map(({ path, file }) => ({ name: path, input: file, lastModified: new Date(file.lastModified) })),
  ).blob();
}

/** What tells a pack from another that was planned of other files. */
const keyOf = ({ files }: Pack): string =>
  JSON.stringify(files.map(({ path, file }) => [path, file.size, file.lastModified]));

/** Announcing an upload is tried again so often while the server is not there. */
const ANNOUNCE_DELAYS_MS = [1000, 3000, 10_000, 30_000];
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Sends packs one after the other; each part that arrived stays when the connection breaks. */
export function useSendPacks(projectId: string) {
  const trpc = useTRPC();
  const { organisation } = useOrg();
  const [state, setState] = useState<Sending>(NONE);
  const sender = useRef<Upload | null>(null);
  const samples = useRef<Sample[]>([]);
  const stop = useRef<((reason: unknown) => void) | null>(null);
  const stopped = useRef(false);
  /** Packs that arrived whole: they are not sent again when a later one failed. */
  const arrived = useRef(new Map<string, string>());
  const create = useMutation(trpc.upload.create.mutationOptions());
  const discard = useMutation(trpc.upload.discard.mutationOptions());
  const change = (part: Partial<Sending>) => setState((now) => ({ ...now, ...part }));

  const sendOne = (blob: Blob, uploadId: string, before: number, total: number) =>
    new Promise<void>((resolve, reject) => {
      stop.current = reject;
      samples.current = [];
      const upload = new Upload(blob, {
        uploadUrl: `/api/uploads/${uploadId}`,
        headers: { 'x-assay-org': organisation.slug },
        chunkSize: UPLOAD_PART_BYTES,
        retryDelays: RETRY_DELAYS_MS,
        storeFingerprintForResuming: false,
        onProgress: (sent) => {
          samples.current = addSample(samples.current, { at: performance.now(), bytes: sent });
          const rate = sendingRate(samples.current);
          const done = Math.min(total, before + sent);
          change({
            phase: 'sending',
            sent: done,
            rate,
            timeLeftMs: rate === null ? null : ((total - done) / rate) * 1000,
          });
        },
        onShouldRetry: (error) => {
          const again = isWorthRetrying(error);
          if (again) change({ phase: 'lost', rate: null, timeLeftMs: null });
          return again;
        },
        onSuccess: () => resolve(),
        onError: (error) => reject(new Error(refusalText(error))),
      });
      sender.current = upload;
      upload.start();
    });

  useEffect(() => {
    const online = () => sender.current?.start();
    window.addEventListener('online', online);
    return () => {
      window.removeEventListener('online', online);
      // Whoever leaves the page has stopped it: nothing goes on behind their back.
      stopped.current = true;
      void sender.current?.abort();
      stop.current?.(new SendingStopped());
    };
  }, []);

  const goOn = () => {
    if (stopped.current) throw new SendingStopped();
  };
  const announce = async (fileName: string, size: number): Promise<string> => {
    for (const delay of ANNOUNCE_DELAYS_MS) {
      goOn();
      try {
        return (await create.mutateAsync({ projectId, fileName, size })).id;
      } catch (error) {
        if (refusalOf(error).code !== 'offline') throw error;
        change({ phase: 'lost', rate: null, timeLeftMs: null });
        await pause(delay);
      }
    }
    goOn();
    return (await create.mutateAsync({ projectId, fileName, size })).id;
  };

  return {
    state,
    /**
     * The ids of the uploads, in the order of the packs. Throws what kept one from arriving: those before it are kept,
     * and not sent again by the next call.
     */
    send: async (packs: readonly Pack[]): Promise<string[]> => {
      const total = packs.reduce((sum, pack) => sum + pack.bytes, 0);
      let before = 0;
      let begun: string | null = null;
      stopped.current = false;
      try {
        for (const pack of packs) {
          const key = keyOf(pack);
          if (!arrived.current.has(key)) {
            setState({ phase: 'packing', sent: before, total, rate: null, timeLeftMs: null });
            const blob = await packed(pack);
            begun = await announce(pack.name, blob.size);
            goOn();
            await sendOne(blob, begun, before, total);
            arrived.current.set(key, begun);
            begun = null;
          }
          before += pack.bytes;
        }
      } catch (error) {
        setState(NONE);
        const gone = error instanceof SendingStopped ? [...arrived.current.values()] : [];
        if (error instanceof SendingStopped) arrived.current.clear();
        for (const uploadId of begun === null ? gone : [...gone, begun]) {
          await discard.mutateAsync({ uploadId }).catch(() => undefined);
        }
        throw error;
      } finally {
        sender.current = null;
        stop.current = null;
      }
      setState(NONE);
      return packs.map((pack) => arrived.current.get(keyOf(pack)) ?? '');
    },
    /** Ends sending; what arrived is let go. */
    cancel: async () => {
      stopped.current = true;
      await sender.current?.abort();
      stop.current?.(new SendingStopped());
    },
  };
}

/** Somebody stopped the sending: nothing to be told of. */
export class SendingStopped extends Error {}
