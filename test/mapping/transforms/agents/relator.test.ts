import { relator } from '../../../../src/mapping/transforms/agents/relator.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(relator, {
  'reads codes, URIs and English terms': [
    { value: 'aut', gives: 'aut' },
    { value: 'EDT', gives: 'edt' },
    { value: 'http://id.loc.gov/vocabulary/relators/ill', gives: 'ill' },
    { value: 'Thesis advisor', gives: 'ths' },
  ],
  'reads words of many languages': [
    { value: 'Hrsg.', gives: 'edt' },
    { value: 'приредио', gives: 'com' },
    { value: 'уредник', gives: 'edt' },
    { value: 'Mentor', gives: 'ths' },
    { value: 'traducteur', gives: 'trl' },
    { value: 'Übersetzer', gives: 'trl' },
    { value: 'научный руководитель', gives: 'ths' },
  ],
  'reads contributor types of DataCite': [
    { value: 'Supervisor', gives: 'ths' },
    { value: 'RightsHolder', gives: 'cph' },
    { value: 'HostingInstitution', gives: 'his' },
  ],
  'assumes nothing': [{ value: 'friend of the family', gives: { bad: 'relator.unknown' } }],
});
