import type { Meaning } from '../made/faker/meanings.ts';

/** A column learnt from the data: its kind and scale are those of the table's column. */
export type ModelledPlan = { readonly name: string; readonly make: 'model' };

/** 1, 2, 3 ...: `start + step * row` with leading zeros up to `digits`, behind `prefix`. Unique. */
export type SequencePlan = {
  readonly name: string;
  readonly make: 'sequence';
  readonly start?: number;
  readonly step?: number;
  readonly prefix?: string;
  readonly digits?: number;
};

/** A code of `digits` digits behind `prefix`, in random order and unique: a keyed permutation of the row index. */
export type CodePlan = {
  readonly name: string;
  readonly make: 'code';
  readonly digits: number;
  readonly prefix?: string;
};

/** A text in the form of a random UUID (version 4), unique. */
export type UuidPlan = { readonly name: string; readonly make: 'uuid' };

/** A value made up by meaning: a name, an address. Never looked at in the data. */
export type FakerPlan = {
  readonly name: string;
  readonly make: 'faker';
  readonly meaning: Meaning;
  /** Share of rows without a value, from 0 to 1; 0 unless told. */
  readonly missing?: number;
};

/** Columns made without looking at the data. */
export type MadePlan = SequencePlan | CodePlan | UuidPlan | FakerPlan;

/** How one column of the synthetic table comes about. */
export type ColumnPlan = ModelledPlan | MadePlan;
