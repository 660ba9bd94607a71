import { NOT_MINE } from '../../../../src/mapping/transform.ts';
import { altIdentifier } from '../../../../src/mapping/transforms/identifiers/alt-identifier.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(altIdentifier, {
  'reads the form of the OpenAIRE guidelines': [
    {
      value: 'info:eu-repo/semantics/altIdentifier/doi/10.1234/ABC',
      gives: { scheme: 'doi', value: '10.1234/abc' },
    },
    {
      value: 'info:eu-repo/semantics/altIdentifier/eissn/1234-5679',
      gives: { scheme: 'issn', value: '1234-5679', qualifier: 'online' },
    },
    { value: 'info:eu-repo/semantics/altIdentifier/wos/000265', gives: { scheme: 'wos', value: '000265' } },
  ],
  'reads the short form of known schemes': [
    { value: 'doi/10.1234/abc', gives: { scheme: 'doi', value: '10.1234/abc' } },
    { value: 'isbn/978-86-7403-147-6', gives: { scheme: 'isbn', value: '9788674031476' } },
  ],
  'takes only the schemes that are asked for': [
    {
      value: 'info:eu-repo/semantics/altIdentifier/pissn/1234-5679',
      args: { only: ['issn'] },
      gives: { scheme: 'issn', value: '1234-5679', qualifier: 'print' },
    },
    {
      value: 'info:eu-repo/semantics/altIdentifier/doi/10.1234/a',
      args: { only: ['issn'] },
      gives: NOT_MINE,
    },
    {
      value: 'isbn-host/978-86-7403-147-6',
      args: { only: ['isbn-host'] },
      gives: { scheme: 'isbn', value: '9788674031476' },
    },
  ],
  'leaves other values to others': [
    { value: 'info:eu-repo/semantics/altIdentifier/', gives: NOT_MINE },
    { value: 'and/or', gives: NOT_MINE },
  ],
});
