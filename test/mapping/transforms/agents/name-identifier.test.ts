import { describeRobustness, describeTransform } from '../apply-transform.ts';
import { nameIdentifier } from '../../../../src/mapping/transforms/agents/name-identifier.ts';

const orcid = {
  scheme: 'orcid',
  value: '0000-0002-1825-0097',
  uri: 'https://orcid.org/0000-0002-1825-0097',
};
const ror = { scheme: 'ror', value: '02qsmb048', uri: 'https://ror.org/02qsmb048' };

describeTransform(nameIdentifier, {
  'knows a registry by its address': [
    { value: 'https://orcid.org/0000-0002-1825-0097', gives: orcid },
    { value: 'https://ror.org/02qsmb048', args: { scheme: 'Whatever' }, gives: ror },
    {
      value: 'http://viaf.org/viaf/102333412',
      gives: { scheme: 'viaf', value: '102333412', uri: 'http://viaf.org/viaf/102333412' },
    },
    {
      value: 'https://www.wikidata.org/wiki/q42',
      gives: { scheme: 'wikidata', value: 'Q42', uri: 'http://www.wikidata.org/entity/Q42' },
    },
    {
      value: 'http://dx.doi.org/10.13039/501100000780',
      gives: {
        scheme: 'funder',
        value: '10.13039/501100000780',
        uri: 'https://doi.org/10.13039/501100000780',
      },
    },
  ],
  'reads a bare identifier of the scheme that is named': [
    { value: '0000-0002-1825-0097', args: { scheme: 'ORCID' }, gives: orcid },
    {
      value: '0000 0001 2122 7317',
      args: { scheme: 'ISNI' },
      gives: { scheme: 'isni', value: '0000000121227317', uri: 'https://isni.org/isni/0000000121227317' },
    },
    {
      value: '118540238',
      args: { scheme: 'GND' },
      gives: { scheme: 'gnd', value: '118540238', uri: 'https://d-nb.info/gnd/118540238' },
    },
  ],
  'reads without a scheme what looks like nothing else': [
    { value: '02qsmb048', gives: ror },
    {
      value: 'grid.7149.b',
      gives: { scheme: 'grid', value: 'grid.7149.b', uri: 'https://www.grid.ac/institutes/grid.7149.b' },
    },
    { value: '118540238', gives: { scheme: 'other', value: '118540238' } },
  ],
  'keeps a scheme that is not listed': [
    { value: '7004212771', args: { scheme: 'Scopus' }, gives: { scheme: 'scopus', value: '7004212771' } },
    {
      value: 'https://example.org/p/1',
      gives: { scheme: 'uri', value: 'https://example.org/p/1', uri: 'https://example.org/p/1' },
    },
  ],
  'keeps as invalid what cannot be an identifier of its scheme': [
    {
      value: '0000-0002-1825-0098',
      args: { scheme: 'ORCID' },
      gives: { scheme: 'orcid', value: '0000-0002-1825-0098', invalid: true },
      reports: ['orcid.checksum'],
    },
    {
      value: 'https://ror.org/02qsmb049',
      gives: { scheme: 'ror', value: '02qsmb049', invalid: true },
      reports: ['ror.checksum'],
    },
    {
      value: '456xyz',
      args: { scheme: 'ORCID' },
      gives: { scheme: 'orcid', value: '456xyz', invalid: true },
      reports: ['orcid.malformed'],
    },
  ],
  'drops blank values': [{ value: ' ', gives: undefined }],
});

describeRobustness([nameIdentifier], { name_identifier: { scheme: 'ORCID' } });
