export type { Log, LogConfig, LogLevel } from './create-log.ts';
export { createLog } from './create-log.ts';
export type { Counter, Gauge, Histogram, LabelValues, MetricOptions, Metrics } from './create-metrics.ts';
export { createMetrics } from './create-metrics.ts';
export { EXPOSITION_TYPE } from './exposition.ts';
export { redact, redactText } from './redact.ts';
export { timed } from './timed.ts';
