import * as z from 'zod';

/** One value of a metric. */
export interface MetricValue {
  readonly atMs: number;
  readonly namespace: string;
  readonly name: string;
  readonly unit: string;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly value: number;
}

const Directive = z.object({
  Namespace: z.string(),
  Dimensions: z.array(z.array(z.string())).default([[]]),
  Metrics: z.array(z.object({ Name: z.string(), Unit: z.string().default('None') })),
});
const Document = z.looseObject({
  _aws: z.object({ Timestamp: z.number(), CloudWatchMetrics: z.array(Directive) }),
});

/**
 * The metrics in a line of a function's log, when it is in the embedded metric format
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html); none in any
 * other line, also not in one that is not quite in the format, as CloudWatch does.
 */
export function readEmbeddedMetrics(line: string): readonly MetricValue[] {
  // Most lines are no metrics: do not parse them.
  if (!line.includes('"CloudWatchMetrics"')) return [];
  const document = Document.safeParse(parse(line.slice(line.indexOf('{'))));
  if (!document.success) return [];
  const { _aws, ...members } = document.data;
  return _aws.CloudWatchMetrics.flatMap(({ Namespace, Dimensions, Metrics }) =>
    Metrics.flatMap(({ Name, Unit }) =>
      Dimensions.flatMap((names) => {
        const dimensions = Object.fromEntries(names.map((name) => [name, String(members[name])]));
        const values = [members[Name]].flat().filter((value) => typeof value === 'number');
        return values.map((value) => ({
          atMs: _aws.Timestamp,
          namespace: Namespace,
          name: Name,
          unit: Unit,
          dimensions,
          value,
        }));
      }),
    ),
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
