import { splitAgents } from '../../../../src/mapping/transforms/lists/split-agents.ts';
import { describeTransform } from '../apply-transform.ts';

describeTransform(splitAgents, {
  'splits at separators between names': [
    { value: 'Smith, John; Brown, Ann', gives: ['Smith, John', 'Brown, Ann'] },
    { value: 'Smith, John | Brown, Ann', gives: ['Smith, John', 'Brown, Ann'] },
    { value: 'John Smith and Ann Brown', gives: ['John Smith', 'Ann Brown'] },
    { value: 'Smith J, Brown KA', gives: ['Smith J', 'Brown KA'] },
    { value: 'A. Smith, B. Jones and C. Brown', gives: ['A. Smith', 'B. Jones', 'C. Brown'] },
  ],
  'keeps identifiers with the name before them': [
    { value: 'Carberry, Josiah|0000-0002-1825-0097', gives: ['Carberry, Josiah; 0000-0002-1825-0097'] },
    {
      value: 'Carberry, Josiah; https://orcid.org/0000-0002-1825-0097; Brown, Ann',
      gives: ['Carberry, Josiah; https://orcid.org/0000-0002-1825-0097', 'Brown, Ann'],
    },
  ],
  'keeps affiliations with the name before them where the source writes so': [
    {
      value: 'Smith, John; University of Belgrade',
      args: { affiliations: true },
      gives: ['Smith, John; University of Belgrade'],
    },
    {
      value: 'Moreno, Luis; Grupo GIDEM, CDT ASTIN; Paz, Ana',
      args: { affiliations: true },
      gives: ['Moreno, Luis; Grupo GIDEM, CDT ASTIN', 'Paz, Ana'],
    },
    {
      value: 'Smith, John; Brown, Ann',
      args: { affiliations: true },
      gives: ['Smith, John', 'Brown, Ann'],
    },
    {
      value: 'John Smith; University of Belgrade',
      args: { affiliations: true },
      gives: ['John Smith', 'University of Belgrade'],
    },
    { value: 'Smith, John; et al.', args: { affiliations: true }, gives: ['Smith, John'] },
  ],
  'keeps a person and an organisation as two agents elsewhere, and says that it may be an affiliation': [
    {
      value: 'Smith, John; University of Belgrade',
      gives: ['Smith, John', 'University of Belgrade'],
      reports: ['agents.ambiguous'],
    },
    {
      value: 'Moreno, Luis; Grupo GIDEM, CDT ASTIN; Paz, Ana',
      gives: ['Moreno, Luis', 'Grupo GIDEM, CDT ASTIN', 'Paz, Ana'],
      reports: ['agents.ambiguous'],
    },
    { value: 'Smith, John; Madonna', gives: ['Smith, John', 'Madonna'], reports: ['agents.ambiguous'] },
    { value: 'University of Belgrade; Smith, John', gives: ['University of Belgrade', 'Smith, John'] },
    { value: 'Salt Institute; Salt Museum', gives: ['Salt Institute', 'Salt Museum'] },
  ],
  'does not split organisations and double names': [
    { value: 'Johnson & Johnson', gives: ['Johnson & Johnson'] },
    { value: 'Ministry of Science and Education', gives: ['Ministry of Science and Education'] },
    { value: 'José Ortega y Gasset', gives: ['José Ortega y Gasset'] },
  ],
  'leaves out et al.': [
    { value: 'Smith, John, et al.', gives: ['Smith, John'] },
    { value: 'Smith J [et al.]', gives: ['Smith J'] },
    { value: 'et al.', gives: [] },
  ],
  'keeps what may be a list, and says so': [
    {
      value: 'John Smith, Ann Brown, Bob White',
      gives: ['John Smith, Ann Brown, Bob White'],
      reports: ['agents.ambiguous'],
    },
  ],
});
