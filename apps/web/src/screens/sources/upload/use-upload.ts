'use client';

import { UPLOAD_PART_BYTES } from '@assay/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Upload } from 'tus-js-client';
import { useOrg } from '~/shell/org-context.tsx';
import { useTRPC } from '~/trpc/client.tsx';
import { addSample, type Sample, sendingRate } from './sending-rate.ts';
import { isWorthRetrying, RETRY_DELAYS_MS, refusalText, statusOf } from './tus-answers.ts';

/** `lost` means that the connection is gone and will be tried again; `refused` that the server said no. */
export type UploadPhase = 'none' | 'starting' | 'sending' | 'lost' | 'paused' | 'refused' | 'complete';

export type UploadState = {
  phase: UploadPhase;
  uploadId: string | null;
  fileName: string;
  size: number;
  sent: number;
  /** Of these the server has said that it keeps them. */
  kept: number;
  rate: number | null;
  timeLeftMs: number | null;
  /** What the server said, or what creating the upload threw. */
  error: unknown;
};

const NONE: UploadState = {
  phase: 'none',
  uploadId: null,
  fileName: '',
  size: 0,
  sent: 0,
  kept: 0,
  rate: null,
  timeLeftMs: null,
  error: null,
};

/** Announces a file and sends it in parts; it can be paused, and taken up again after a reload or a lost connection. */
export function useUpload(projectId: string) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { organisation } = useOrg();
  const [state, setState] = useState<UploadState>(NONE);
  const sender = useRef<Upload | null>(null);
  const samples = useRef<Sample[]>([]);
  const create = useMutation(trpc.upload.create.mutationOptions());
  const discard = useMutation(trpc.upload.discard.mutationOptions());
  const forget = () => queryClient.invalidateQueries(trpc.upload.unfinished.pathFilter());
  const change = (part: Partial<UploadState>) => setState((now) => ({ ...now, ...part }));

  const send = (file: File, uploadId: string, received: number) => {
    samples.current = [];
    const upload = new Upload(file, {
      uploadUrl: `/api/uploads/${uploadId}`,
      headers: { 'x-assay-org': organisation.slug },
      chunkSize: UPLOAD_PART_BYTES,
      retryDelays: RETRY_DELAYS_MS,
      storeFingerprintForResuming: false,
      onProgress: (sent) => {
        samples.current = addSample(samples.current, { at: performance.now(), bytes: sent });
        const rate = sendingRate(samples.current);
        change({
          phase: 'sending',
          sent,
          rate,
          timeLeftMs: rate === null ? null : ((file.size - sent) / rate) * 1000,
        });
      },
      onChunkComplete: (_size, kept) => change({ kept }),
      onShouldRetry: (error) => {
        const again = isWorthRetrying(error);
        if (again) change({ phase: 'lost', rate: null, timeLeftMs: null });
        samples.current = [];
        return again;
      },
      onSuccess: () => {
        sender.current = null;
        change({ phase: 'complete', sent: file.size, rate: null, timeLeftMs: null });
        void forget();
      },
      onError: (error) => {
        const unreachable = statusOf(error) === null;
        change(unreachable ? { phase: 'lost' } : { phase: 'refused', error: new Error(refusalText(error)) });
      },
    });
    sender.current = upload;
    setState({
      ...NONE,
      phase: 'sending',
      uploadId,
      fileName: file.name,
      size: file.size,
      sent: received,
      kept: received,
    });
    upload.start();
  };

  // After the last retry the browser's word that it is online again starts another round.
  const latest = useRef(state.phase);
  latest.current = state.phase;
  useEffect(() => {
    const online = () => {
      if (latest.current === 'lost') sender.current?.start();
    };
    window.addEventListener('online', online);
    return () => {
      window.removeEventListener('online', online);
      void sender.current?.abort();
    };
  }, []);

  return {
    state,
    start: async (file: File) => {
      setState({ ...NONE, phase: 'starting', fileName: file.name, size: file.size });
      try {
        const made = await create.mutateAsync({ projectId, fileName: file.name, size: file.size });
        send(file, made.id, 0);
      } catch (error) {
        change({ phase: 'refused', error });
      }
    },
    resume: (file: File, unfinished: { id: string; received: number }) =>
      send(file, unfinished.id, unfinished.received),
    /** Takes up a file that had arrived completely before the page was left. */
    adopt: (done: { id: string; fileName: string; size: number }) =>
      setState({
        ...NONE,
        phase: 'complete',
        uploadId: done.id,
        fileName: done.fileName,
        size: done.size,
        sent: done.size,
        kept: done.size,
      }),
    pause: () => {
      void sender.current?.abort();
      change({ phase: 'paused', rate: null, timeLeftMs: null });
    },
    goOn: () => {
      samples.current = [];
      change({ phase: 'sending' });
      sender.current?.start();
    },
    cancel: async () => {
      await sender.current?.abort();
      sender.current = null;
      const { uploadId } = state;
      setState(NONE);
      if (uploadId !== null) await discard.mutateAsync({ uploadId }).catch(() => undefined);
      await forget();
    },
  };
}

export type UploadControl = ReturnType<typeof useUpload>;
