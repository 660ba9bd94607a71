import { NOT_MINE } from '../../../../src/mapping/transform.ts';
import { relation } from '../../../../src/mapping/transforms/bibliographic/relation.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(relation, {
  'reads a name with a colon': [
    {
      value: 'IsPartOf: Zbornik radova',
      gives: { type: 'IsPartOf', identifiers: [], title: 'Zbornik radova' },
    },
    {
      value: 'is part of: ISBN 978-86-7403-147-6',
      gives: { type: 'IsPartOf', identifiers: [{ scheme: 'isbn', value: '9788674031476' }] },
    },
    {
      value: 'References: https://doi.org/10.1234/ABC',
      gives: { type: 'References', identifiers: [{ scheme: 'doi', value: '10.1234/abc' }] },
    },
    {
      value: 'dcterms:replaces: http://example.org/a',
      gives: { type: 'Obsoletes', identifiers: [{ scheme: 'uri', value: 'http://example.org/a' }] },
    },
  ],
  'reads a joined name without one': [
    {
      value: 'hasVersion http://example.org/a',
      gives: { type: 'HasVersion', identifiers: [{ scheme: 'uri', value: 'http://example.org/a' }] },
    },
    {
      value: 'isFormatOf Mapa Beograda',
      gives: { type: 'IsVariantFormOf', identifiers: [], title: 'Mapa Beograda' },
    },
  ],
  'leaves sentences and other values to others': [
    { value: 'References to Tito', gives: NOT_MINE },
    { value: 'Technical Report: 99-9', gives: NOT_MINE },
    { value: 'http://example.org/a', gives: NOT_MINE },
    { value: 'constructor: x', gives: NOT_MINE },
  ],
});
