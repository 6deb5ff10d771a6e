import { startNode } from './servers.ts';
import { httpSuite } from './suite.ts';

httpSuite('Node', startNode);
