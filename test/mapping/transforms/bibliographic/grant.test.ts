import { NOT_MINE } from '../../../../src/mapping/transform.ts';
import { grant } from '../../../../src/mapping/transforms/bibliographic/grant.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(grant, {
  'reads the parts, empty ones left out': [
    {
      value: 'info:eu-repo/grantAgreement/EC/FP7/283595/EU//OpenAIREplus',
      gives: { funder: 'EC', programme: 'FP7', award: '283595', jurisdiction: 'EU', acronym: 'OpenAIREplus' },
    },
    {
      value: 'info:eu-repo/grantAgreement/MESTD/Integrated%20Research/47030/RS/Serbia%2C%20Europe/',
      gives: {
        funder: 'MESTD',
        programme: 'Integrated Research',
        award: '47030',
        jurisdiction: 'RS',
        title: 'Serbia, Europe',
      },
    },
    {
      value: 'info:eu-repo/grantAgreement/EC/H2020/777541',
      gives: { funder: 'EC', programme: 'H2020', award: '777541' },
    },
  ],
  'joins a grant number that contains slashes': [
    {
      value: 'info:eu-repo/grantAgreement/FCT/5876/UID/HIS/04666/2013/PT',
      gives: { funder: 'FCT', programme: '5876', award: 'UID/HIS/04666/2013', jurisdiction: 'PT' },
    },
  ],
  'reports an empty agreement': [
    { value: 'info:eu-repo/grantAgreement///', gives: { bad: 'grant.incomplete' } },
  ],
  'leaves other values to others': [{ value: 'info:eu-repo/semantics/article', gives: NOT_MINE }],
});
