import { NOT_MINE } from '../../../../src/mapping/transform.ts';
import { accessRight } from '../../../../src/mapping/transforms/vocabularies/access-right.ts';
import { describeTransform } from '../apply-transform.ts';

const COAR = 'http://purl.org/coar/access_right/';

describeTransform(accessRight, {
  'reads eu-repo, URI and phrases': [
    { value: 'info:eu-repo/semantics/openAccess', gives: { uri: `${COAR}c_abf2` } },
    { value: 'openAccess', gives: { uri: `${COAR}c_abf2` } },
    { value: 'Open Access', gives: { uri: `${COAR}c_abf2` } },
    { value: 'acesso aberto', gives: { uri: `${COAR}c_abf2` } },
    { value: 'отворени приступ', gives: { uri: `${COAR}c_abf2` } },
    { value: 'http://purl.org/coar/access_right/c_16ec', gives: { uri: `${COAR}c_16ec` } },
    { value: 'info:eu-repo/semantics/closedAccess', gives: { uri: `${COAR}c_14cb` } },
    { value: 'http://purl.org/eprint/accessRights/RestrictedAccess', gives: { uri: `${COAR}c_16ec` } },
  ],
  'reads the terms of MARC 506 $f': [
    { value: 'Unrestricted online access', gives: { uri: `${COAR}c_abf2` } },
    { value: 'Online access with authorization.', gives: { uri: `${COAR}c_16ec` } },
    { value: 'Preview only', gives: NOT_MINE },
  ],
  'reads the end of an embargo': [
    { value: 'embargo until 2030-12-31', gives: { uri: `${COAR}c_f1cf`, embargoEnd: '2030-12-31' } },
    { value: 'Embargoed access (2030-12-31)', gives: { uri: `${COAR}c_f1cf`, embargoEnd: '2030-12-31' } },
    { value: 'Embargo bis 1.2.2030', gives: { uri: `${COAR}c_f1cf`, embargoEnd: '2030-02-01' } },
  ],
  'keeps the phrase when the date cannot be told': [
    { value: 'embargo until 01/02/2030', gives: { uri: `${COAR}c_f1cf`, text: 'embargo until 01/02/2030' } },
    { value: 'embargo until 2030-02-31', gives: { uri: `${COAR}c_f1cf`, text: 'embargo until 2030-02-31' } },
  ],
  'leaves other values to others': [
    { value: 'CC BY 4.0', gives: NOT_MINE },
    { value: 'info:eu-repo/semantics/article', gives: NOT_MINE },
    { value: 'Access to this item is restricted to members of the university.', gives: NOT_MINE },
  ],
});
