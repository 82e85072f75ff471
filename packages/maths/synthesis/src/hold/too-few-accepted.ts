/** Rows were drawn again so often that going on makes no sense. */
export class TooFewAccepted extends RangeError {
  /** The condition that hardly any row meets, -1 where it is the constraints. */
  readonly condition: number;
  readonly kept: number;
  readonly drawn: number;

  constructor(condition: number, kept: number, drawn: number) {
    super(`of ${drawn} rows drawn again ${kept} were kept: too few to go on`);
    this.name = 'TooFewAccepted';
    this.condition = condition;
    this.kept = kept;
    this.drawn = drawn;
  }
}
