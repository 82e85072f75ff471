import type { LabelSchema, LabelSchemaProblem } from '@assay/contracts';
import { checkLabelSchema } from '@assay/domain';
import { useMemo, useState } from 'react';
import { type LineProblem, readSchema, schemaText } from '../read-schema.ts';

export type EditorMode = 'visual' | 'json';

/** A label schema as it is being written, in two modes that show the same document. */
export type SchemaDraft = {
  /** What was last readable. */
  document: LabelSchema;
  mode: EditorMode;
  /** The JSON text, kept as it was typed. */
  text: string;
  /** Whether what is typed can be read, so that it can be saved and shown in the other mode. */
  readable: boolean;
  problems: LabelSchemaProblem[];
  lineProblems: LineProblem[];
  dirty: boolean;
  setDocument: (document: LabelSchema) => void;
  setText: (text: string) => void;
  setMode: (mode: EditorMode) => void;
  /** Begins anew with another document. */
  reset: (document: LabelSchema) => void;
};

/**
 * @param saved what counts as not changed
 * @param previous the version that ids must go on meaning the same as; null for a first one
 */
export function useSchemaDraft(saved: LabelSchema, previous: LabelSchema | null): SchemaDraft {
  const [document, setDocument] = useState(saved);
  const [mode, setMode] = useState<EditorMode>('visual');
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? schemaText(document);
  const read = useMemo(() => (mode === 'json' ? readSchema(text, previous) : null), [mode, text, previous]);
  const problems = useMemo(() => checkLabelSchema(document, null, previous), [document, previous]);
  const readable = read === null || read.document !== null;
  return {
    document,
    mode,
    text,
    readable,
    problems: read === null ? problems : read.problems,
    lineProblems: read?.problems ?? [],
    dirty: !readable || JSON.stringify(document) !== JSON.stringify(saved),
    setDocument,
    setText: (next) => {
      setTyped(next);
      const { document: meant } = readSchema(next, previous);
      if (meant !== null) setDocument(meant);
    },
    setMode: (next) => {
      if (!readable) return;
      setTyped(null);
      setMode(next);
    },
    reset: (next) => {
      setTyped(null);
      setDocument(next);
    },
  };
}
