import type { Metrics } from './metrics.ts';

/** `Server-Timing` (W3C): how long each stage took, in milliseconds. */
export interface Stages {
  timed: <T>(stage: string, run: () => Promise<T>) => Promise<T>;
  header(): string;
}

/** @param metrics is told of each stage */
export function createStages(metrics: Metrics | null): Stages {
  const stages: string[] = [];
  return {
    async timed(stage, run) {
      const started = performance.now();
      try {
        return await run();
      } finally {
        const ms = performance.now() - started;
        metrics?.stage(stage, ms / 1000);
        stages.push(`${stage};dur=${ms.toFixed(1)}`);
      }
    },
    header: () => stages.join(', '),
  };
}
