import { NOT_MINE } from '../../../../src/mapping/transform.ts';
import { pmcid } from '../../../../src/mapping/transforms/identifiers/pmcid.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(pmcid, {
  'reads URL, label and bare number with its letters': [
    { value: 'PMC2808187', gives: { scheme: 'pmcid', value: 'PMC2808187' } },
    { value: 'PMCID: PMC2808187', gives: { scheme: 'pmcid', value: 'PMC2808187' } },
    {
      value: 'https://www.ncbi.nlm.nih.gov/pmc/articles/PMC2808187/',
      gives: { scheme: 'pmcid', value: 'PMC2808187' },
    },
  ],
  'leaves other values to others': [
    { value: '2808187', gives: NOT_MINE },
    { value: 'PMC', gives: NOT_MINE },
  ],
});
