import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { type Front, openFront } from '../../../local/gateway/index.ts';
import { openMetrics } from '../../../local/metrics/index.ts';

let front: Front | undefined;
afterEach(() => front?.close());

const document = (members: object, Timestamp = 1000) =>
  JSON.stringify({
    _aws: {
      Timestamp,
      CloudWatchMetrics: [
        {
          Namespace: 'workflows',
          Dimensions: [['service']],
          Metrics: [{ Name: 'decided', Unit: 'Count' }, { Name: 'tookMs' }],
        },
      ],
    },
    service: 'desk',
    ...members,
  });
const desk = { namespace: 'workflows', dimensions: { service: 'desk' } };

test('metrics are read out of a log, whatever stands before and between them', () => {
  const metrics = openMetrics(':memory:');

  metrics.write(
    'decide',
    `2026-03-12T00:00:00Z\tid\tINFO\t${document({ decided: 1, tookMs: [5, 15] })}\nplain text\n`,
  );
  metrics.write(
    'decide',
    `${document({ decided: 2 })}\n{"_aws": "CloudWatchMetrics"}\n{"CloudWatchMetrics"\n`,
  );

  expect(metrics.query()).toEqual([
    { ...desk, name: 'decided', unit: 'Count', count: 2, sum: 3, minimum: 1, maximum: 2 },
    { ...desk, name: 'tookMs', unit: 'None', count: 2, sum: 20, minimum: 5, maximum: 15 },
  ]);
});

test('a line may come in any pieces, and those of two functions mixed', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(400), { maxLength: 6 }), (cuts) => {
      const metrics = openMetrics(':memory:');
      const text = `${document({ decided: 1 })}\n${document({ decided: 1 })}\n`;
      const bounds = [0, ...cuts.map((cut) => cut % text.length).toSorted((a, b) => a - b), text.length];

      for (const [index, start] of bounds.slice(0, -1).entries()) {
        for (const name of ['one', 'two']) metrics.write(name, text.slice(start, bounds[index + 1]));
      }

      expect(metrics.query({ name: 'decided' })).toMatchObject([{ count: 4, sum: 4 }]);
    }),
  );
});

test('an engineer asks by namespace, name and time', async () => {
  const metrics = openMetrics(':memory:');
  front = await openFront({ port: 0 });
  front.route('/local/metrics', metrics.page);
  for (const second of [1, 2, 3])
    metrics.write('decide', `${document({ decided: second }, second * 1000)}\n`);
  const ask = async (query: string) => {
    const response = await fetch(`${front?.origin}/local/metrics${query}`);
    return [response.status, await response.json()];
  };

  expect(await ask('?name=decided&since=1970-01-01T00:00:02Z')).toMatchObject([200, [{ count: 2, sum: 5 }]]);
  expect(await ask('?namespace=other')).toEqual([200, []]);
  expect(await ask('?since=yesterday')).toMatchObject([400, {}]);
});
