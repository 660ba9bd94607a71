/** From samples to figures: medians, and how far the runs lie apart. */
import { median } from './median.ts';
import type { Measurement, Sample } from './measurements.ts';

/** All samples of a measurement, in the order of the rounds. */
export interface Result {
  readonly name: string;
  readonly what: string;
  readonly samples: readonly Sample[];
}

/** Medians by name of the measurement; `undefined` for what was not measured. CPU in seconds per 100,000 records. */
export interface Measured {
  cpu(name: string): number | undefined;
  wall(name: string): number | undefined;
  peak(name: string): number | undefined;
  figure(name: string, figure: string): number | undefined;
}

/** Collects the samples of rounds. */
export function createResults(): { add(measurement: Measurement, sample: Sample): void; all(): Result[] } {
  const results = new Map<string, Result & { samples: Sample[] }>();
  return {
    add: ({ name, what }, sample) => {
      const result = results.get(name) ?? { name, what, samples: [] };
      result.samples.push(sample);
      results.set(name, result);
    },
    all: () => [...results.values()],
  };
}

export function measuredOf(results: readonly Result[]): Measured {
  const medianOf = (name: string, value: (sample: Sample) => number | undefined): number | undefined => {
    const samples = results.find((result) => result.name === name)?.samples ?? [];
    const values = samples.map(value).filter((found) => found !== undefined);
    return values.length === 0 ? undefined : median(values);
  };
  return {
    cpu: (name) => medianOf(name, cpuPer100k),
    wall: (name) => medianOf(name, (sample) => sample.wallSeconds),
    peak: (name) => medianOf(name, (sample) => sample.peakMb),
    figure: (name, figure) => medianOf(name, (sample) => sample.figures?.[figure]),
  };
}

/** CPU seconds per 100,000 records. */
export function cpuPer100k({ cpuSeconds, records }: Sample): number {
  return (cpuSeconds / records) * 100_000;
}
