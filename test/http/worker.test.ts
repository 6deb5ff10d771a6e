import { startWorker } from './servers.ts';
import { httpSuite } from './suite.ts';

httpSuite('workerd', startWorker);
