import { NOT_MINE } from '../../../../src/mapping/transform.ts';
import { authorityUri } from '../../../../src/mapping/transforms/identifiers/authority-uri.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(authorityUri, {
  'resolves prefixed numbers': [
    { value: '(DE-588)118540238', gives: 'https://d-nb.info/gnd/118540238' },
    { value: '(orcid)0000-0002-1825-0097', gives: 'https://orcid.org/0000-0002-1825-0097' },
    { value: '(OCoLC)fst01204885', gives: 'http://id.worldcat.org/fast/1204885' },
    { value: '(viaf) 102333412', gives: 'http://viaf.org/viaf/102333412' },
    { value: '(DLC)sh85076502', gives: 'http://id.loc.gov/authorities/subjects/sh85076502' },
    { value: '(DLC)n79021164', gives: 'http://id.loc.gov/authorities/names/n79021164' },
    { value: '(uri)http://www.wikidata.org/entity/Q9682', gives: 'http://www.wikidata.org/entity/Q9682' },
  ],
  'keeps the URI of a known authority file': [
    {
      value: 'http://id.loc.gov/authorities/subjects/sh85076502',
      gives: 'http://id.loc.gov/authorities/subjects/sh85076502',
    },
    { value: 'http://eurovoc.europa.eu/1234', gives: 'http://eurovoc.europa.eu/1234' },
  ],
  'leaves other values to others': [
    { value: '(OCoLC)12345', gives: NOT_MINE },
    { value: '(1940 - 1949)', gives: NOT_MINE },
    { value: '(constructor)x', gives: NOT_MINE },
    { value: 'http://example.org/subject/1', gives: NOT_MINE },
  ],
});
