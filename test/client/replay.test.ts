import { describe, expect, it, onTestFinished } from 'vitest';
import { createClient } from '../../src/client/client.ts';
import { identify } from '../../src/client/identify.ts';
import { listRecords } from '../../src/client/list-records.ts';
import { jobSchema } from '../../src/model/job.ts';
import { listReplayable, startReplay } from '../support/replay-repository.ts';
import { hasShared } from '../support/shared.ts';
import { collect } from './responses.ts';

describe.runIf(hasShared())('recorded lists, played over HTTP', () => {
  const sequences = listReplayable().filter(({ files, wellFormed }) => files.length > 1 && wellFormed);

  it.each(sequences)('are read to their last page: $name', async (entry) => {
    const replay = await startReplay(entry);
    const { politeness, http } = jobSchema.parse({ baseUrl: replay.url });
    const client = createClient({
      baseUrl: replay.url,
      userAgent: 'Garner/0.1.0',
      politeness,
      http,
      sleep: async () => undefined,
      now: () => new Date(0),
      random: () => 0,
    });
    onTestFinished(async () => {
      await client.close();
      await replay.close();
    });
    expect((await identify(client)).granularity).toBeDefined();
    const pages = await collect(listRecords(client, { metadataPrefix: entry.metadataPrefix }));
    expect(pages).toHaveLength(entry.files.length);
    expect(pages.flatMap(({ records }) => records)).toHaveLength(entry.records);
  });
});
