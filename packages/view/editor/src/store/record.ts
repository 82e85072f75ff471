/** An immutable record of the store: its id is unique among all types, its type says what it holds. */
export interface EditorRecord {
  readonly id: string;
  readonly type: string;
}

/** The records of one type, of a union of records. */
export type RecordOfType<R extends EditorRecord, T extends R['type']> = Extract<R, { readonly type: T }>;

/**
 * What records live for. `document`: saved and undone. `session`: one window of one person (camera, selection).
 * `presence`: where others are now; neither saved nor undone.
 */
export type Scope = 'document' | 'session' | 'presence';

/** The scope of each type of record. */
export type Scopes<R extends EditorRecord> = { readonly [T in R['type']]: Scope };

/** Who changed records: the person at this editor, or what came from the server or another person. */
export type Source = 'user' | 'remote';

/** How a person changed records: by something new, or by going through the history. */
export type Origin = 'edit' | 'history';

/** Does to a value as it is now what changed another one `from` something `to` something else. */
export type CarryValue = (from: unknown, to: unknown, now: unknown) => unknown;

/** The same for a whole record; `now` itself where nothing changed. */
export type CarryRecord<R extends EditorRecord> = (from: R, to: R, now: R) => R;

/** The properties of each type of record of which two people may change different parts. */
export type PartlyCarried<R extends EditorRecord> = {
  readonly [T in R['type']]?: Readonly<Record<string, CarryValue>>;
};
