import { router } from '../../frame/trpc.ts';
import { getMeasurementRoute } from './get-measurement.ts';
import { latestMeasurementsRoute } from './latest-measurements.ts';

export const measurementRouter = router({ get: getMeasurementRoute, latest: latestMeasurementsRoute });
