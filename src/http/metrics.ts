/** Counts for Prometheus, in its text format (version 0.0.4). */
export interface Metrics {
  /** @param route as the app has it, `/q/:file`: never what a caller sent */
  request(route: string, status: number, seconds: number): void;
  /** @returns the number of requests being answered, after adding `change` */
  inFlight(change: 1 | -1): void;
  stage(name: string, seconds: number): void;
  text(): string;
}

/** Upper bounds of the buckets of a duration, in seconds. */
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

interface Durations {
  buckets: number[];
  sum: number;
  count: number;
}

export function createMetrics(): Metrics {
  const requests = new Map<string, number>();
  const durations = new Map<string, Durations>();
  const stages = new Map<string, Durations>();
  let flying = 0;
  return {
    request(route, status, seconds) {
      const labels = `route="${route.replace(/["\\\n]/g, '')}"`;
      const name = `${labels},status="${status}"`;
      requests.set(name, (requests.get(name) ?? 0) + 1);
      observe(durations, labels, seconds);
    },
    inFlight(change) {
      flying += change;
    },
    stage(name, seconds) {
      observe(stages, `stage="${name}"`, seconds);
    },
    text() {
      return [
        '# TYPE pullquote_requests_total counter',
        ...Array.from(requests, ([labels, count]) => `pullquote_requests_total{${labels}} ${count}`),
        '# TYPE pullquote_requests_in_flight gauge',
        `pullquote_requests_in_flight ${flying}`,
        ...histogram('pullquote_request_seconds', durations),
        ...histogram('pullquote_card_stage_seconds', stages),
        '',
      ].join('\n');
    },
  };
}

function observe(all: Map<string, Durations>, labels: string, seconds: number): void {
  const known = all.get(labels) ?? { buckets: BOUNDS.map(() => 0), sum: 0, count: 0 };
  all.set(labels, known);
  known.sum += seconds;
  known.count++;
  const bucket = BOUNDS.findIndex((bound) => seconds <= bound);
  if (bucket >= 0) known.buckets[bucket] = (known.buckets[bucket] ?? 0) + 1;
}

function histogram(name: string, all: ReadonlyMap<string, Durations>): string[] {
  return [
    `# TYPE ${name} histogram`,
    ...Array.from(all, ([labels, { buckets, sum, count }]) => {
      let below = 0;
      const lines = buckets.map((found, index) => {
        below += found;
        return `${name}_bucket{${labels},le="${BOUNDS[index]}"} ${below}`;
      });
      lines.push(`${name}_bucket{${labels},le="+Inf"} ${count}`);
      return [...lines, `${name}_sum{${labels}} ${sum}`, `${name}_count{${labels}} ${count}`].join('\n');
    }),
  ];
}
