/** How a logistic regression is fitted. The values are fixed so that figures can be compared between reports. */
export type LogisticSettings = {
  /** The inverse strength of the penalty: C times the summed loss, plus half the squared coefficients. */
  readonly c: number;
  /** Done when no derivative of the mean loss is larger. */
  readonly tolerance: number;
  /** Steps at most. */
  readonly iterations: number;
};

export const LOGISTIC: LogisticSettings = { c: 1, tolerance: 1e-7, iterations: 1000 };
