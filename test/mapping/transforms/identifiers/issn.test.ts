import { NOT_MINE } from '../../../../src/mapping/transform.ts';
import { issn } from '../../../../src/mapping/transforms/identifiers/issn.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(issn, {
  'reads a labelled or hyphenated number': [
    { value: 'ISSN 1234-5679', gives: { scheme: 'issn', value: '1234-5679' } },
    { value: '1234-5679', gives: { scheme: 'issn', value: '1234-5679' } },
    { value: 'ISSN: 12345679', gives: { scheme: 'issn', value: '1234-5679' } },
    { value: 'urn:ISSN:2434-561x', gives: { scheme: 'issn', value: '2434-561X' } },
    {
      value: 'https://portal.issn.org/resource/ISSN/1234-5679',
      gives: { scheme: 'issn', value: '1234-5679' },
    },
  ],
  'tells the medium as qualifier': [
    { value: 'eISSN 1234-5679', gives: { scheme: 'issn', value: '1234-5679', qualifier: 'online' } },
    { value: 'p-ISSN: 1234-5679', gives: { scheme: 'issn', value: '1234-5679', qualifier: 'print' } },
    { value: '1234-5679 (Online)', gives: { scheme: 'issn', value: '1234-5679', qualifier: 'Online' } },
  ],
  'does not take a wrong check digit for an ISSN, and says so': [
    { value: '1234-5678', gives: NOT_MINE, reports: ['issn.invalid'] },
    { value: 'ISSN 1234-5678', gives: NOT_MINE, reports: ['issn.invalid'] },
  ],
  'leaves eight bare digits and other values to others': [
    { value: '12345679', gives: NOT_MINE },
    { value: 'Tokovi istorije', gives: NOT_MINE },
  ],
});
