import { UPLOAD_PART_BYTES } from '@assay/contracts';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Upload } from 'tus-js-client';
import { useOrg } from '~/shell/org-context.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { addSample, type Sample, sendingRate } from '../../sources/upload/sending-rate.ts';
import { RETRY_DELAYS_MS, refusalText, statusOf } from '../../sources/upload/tus-answers.ts';
import type { Pack } from './plan-packs.ts';

export type Sending = {
  phase: 'none' | 'packing' | 'sending' | 'lost' | 'done';
  sent: number;
  total: number;
  rate: number | null;
  timeLeftMs: number | null;
};

const NONE: Sending = { phase: 'none', sent: 0, total: 0, rate: null, timeLeftMs: null };

/** One file out of many. Nothing is compressed: pictures are already. */
async function packed({ files }: Pack): Promise<Blob> {
  const only = files.length === 1 ? files[0] : undefined;
  if (only !== undefined) return only.file;
  const { downloadZip } = await import('client-zip');
  return downloadZip(
    files.map(({ path, file }) => ({ name: path, input: file, lastModified: new Date(file.lastModified) })),
  ).blob();
}

/** Sends packs one after the other; each part that arrived stays when the connection breaks. */
export function useSendPacks(projectId: string) {
  const trpc = useTRPC();
  const { organisation } = useOrg();
  const [state, setState] = useState<Sending>(NONE);
  const sender = useRef<Upload | null>(null);
  const samples = useRef<Sample[]>([]);
  const stop = useRef<((reason: unknown) => void) | null>(null);
  const stopped = useRef(false);
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
          const status = statusOf(error);
          const again = status === null || status === 409 || status === 423 || status >= 500;
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
      void sender.current?.abort();
    };
  }, []);

  return {
    state,
    /** The ids of the uploads, in the order of the packs. Throws what kept one from arriving; those before are let go. */
    send: async (packs: readonly Pack[]): Promise<string[]> => {
      const total = packs.reduce((sum, pack) => sum + pack.bytes, 0);
      const ids: string[] = [];
      let before = 0;
      stopped.current = false;
      const goOn = () => {
        if (stopped.current) throw new SendingStopped();
      };
      try {
        for (const pack of packs) {
          setState({ phase: 'packing', sent: before, total, rate: null, timeLeftMs: null });
          const blob = await packed(pack);
          goOn();
          const made = await create.mutateAsync({ projectId, fileName: pack.name, size: blob.size });
          ids.push(made.id);
          goOn();
          await sendOne(blob, made.id, before, total);
          before += pack.bytes;
        }
      } catch (error) {
        setState(NONE);
        await Promise.all(ids.map((uploadId) => discard.mutateAsync({ uploadId }).catch(() => undefined)));
        throw error;
      } finally {
        sender.current = null;
        stop.current = null;
      }
      setState({ phase: 'done', sent: total, total, rate: null, timeLeftMs: null });
      return ids;
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
