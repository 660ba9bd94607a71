import { describe, expect, it } from 'vitest';
import { getRecord } from '../../src/client/get-record.ts';
import { identify } from '../../src/client/identify.ts';
import { listMetadataFormats } from '../../src/client/list-metadata-formats.ts';
import { error, faultOf, oai, record, RESPONSE_DATE, startBench } from './responses.ts';

describe('what a repository says of itself', () => {
  it('is read whole', async () => {
    const { client } = await startBench([
      {
        body: oai(`<Identify><repositoryName>Example</repositoryName><baseURL>http://localhost/oai</baseURL>
          <protocolVersion>2.0</protocolVersion><adminEmail>a@example.org</adminEmail><adminEmail> b@example.org </adminEmail>
          <earliestDatestamp>2001-01-01T00:00:00.000Z</earliestDatestamp><deletedRecord>Persistent</deletedRecord>
          <granularity>yyyy-MM-ddThh:mm:ssZ</granularity>
          <description><oai-identifier xmlns="http://www.openarchives.org/OAI/2.0/oai-identifier"><scheme>oai</scheme></oai-identifier></description>
          </Identify>`),
      },
    ]);
    const answer = await identify(client);
    expect(answer).toMatchObject({
      responseDate: RESPONSE_DATE,
      repositoryName: 'Example',
      baseUrl: 'http://localhost/oai',
      protocolVersion: '2.0',
      adminEmails: ['a@example.org', 'b@example.org'],
      earliestDatestamp: '2001-01-01T00:00:00Z',
      deletedRecord: 'persistent',
      granularity: 'YYYY-MM-DDThh:mm:ssZ',
    });
    expect(answer.descriptions.map(({ name }) => name)).toEqual(['oai-identifier']);
  });

  it('may be broken in every part (F92)', async () => {
    const { client } = await startBench([
      {
        body: oai(
          '<Identify><earliestDatestamp>aaaa-bb-cc</earliestDatestamp><deletedRecord>maybe</deletedRecord></Identify>',
        ),
      },
    ]);
    expect(await identify(client)).toEqual({
      responseDate: RESPONSE_DATE,
      repositoryName: '',
      baseUrl: '',
      protocolVersion: '',
      adminEmails: [],
      descriptions: [],
    });
  });

  it('may be an error', async () => {
    const { client } = await startBench([{ body: error('badVerb', 'no') }]);
    expect(await faultOf(identify(client))).toMatchObject({ name: 'OaiError', code: 'badVerb' });
  });
});

describe('the metadata formats', () => {
  it('are listed with schema and namespace', async () => {
    const format = `<metadataFormat><metadataPrefix>mods</metadataPrefix><schema>http://example.org/mods.xsd</schema>
      <metadataNamespace>http://www.loc.gov/mods/v3</metadataNamespace></metadataFormat>`;
    const { client, server } = await startBench([
      { body: oai(`<ListMetadataFormats>${format}</ListMetadataFormats>`) },
    ]);
    expect(await listMetadataFormats(client, { identifier: 'oai:x:1' })).toEqual([
      {
        metadataPrefix: 'mods',
        schema: 'http://example.org/mods.xsd',
        namespace: 'http://www.loc.gov/mods/v3',
      },
    ]);
    expect(server.requests[0]?.target).toBe('/oai?verb=ListMetadataFormats&identifier=oai:x:1');
  });

  it('are none when the repository says so', async () => {
    const { client } = await startBench([{ body: error('noMetadataFormats') }]);
    expect(await listMetadataFormats(client)).toEqual([]);
  });
});

describe('one record', () => {
  const wanted = { identifier: 'oai:x:1', metadataPrefix: 'oai_dc' };

  it('is had by its identifier', async () => {
    const { client } = await startBench([{ body: oai(`<GetRecord>${record('oai:x:1')}</GetRecord>`) }]);
    expect((await getRecord(client, wanted))?.header.identifier).toBe('oai:x:1');
  });

  it('is undefined when the repository does not have it', async () => {
    const { client } = await startBench([{ body: error('idDoesNotExist') }]);
    expect(await getRecord(client, wanted)).toBeUndefined();
  });

  it('cannot be had in a format that it does not have', async () => {
    const { client } = await startBench([{ body: error('cannotDisseminateFormat') }]);
    expect(await faultOf(getRecord(client, wanted))).toMatchObject({ name: 'OaiError' });
  });
});
