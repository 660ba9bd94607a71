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
  'keeps an organisation with the person before it': [
    { value: 'Smith, John; University of Belgrade', gives: ['Smith, John; University of Belgrade'] },
    {
      value: 'Smith, John; Institute of Salt, Belgrade',
      gives: ['Smith, John; Institute of Salt, Belgrade'],
    },
    { value: 'Smith, John; Brown, Ann', gives: ['Smith, John', 'Brown, Ann'] },
    { value: 'John Smith; University of Belgrade', gives: ['John Smith', 'University of Belgrade'] },
    { value: 'University of Belgrade; Smith, John', gives: ['University of Belgrade', 'Smith, John'] },
    { value: 'Salt Institute; Salt Museum', gives: ['Salt Institute', 'Salt Museum'] },
  ],
  'keeps what may be an affiliation with the person before it where the source is known to write so': [
    {
      value: 'Moreno, Luis; Grupo GIDEM; Paz, Ana',
      args: { affiliations: true },
      gives: ['Moreno, Luis; Grupo GIDEM', 'Paz, Ana'],
    },
    { value: 'Smith, John; et al.', args: { affiliations: true }, gives: ['Smith, John'] },
  ],
  'keeps it as an agent elsewhere, and says so': [
    { value: 'Smith, John; Madonna', gives: ['Smith, John', 'Madonna'], reports: ['agents.ambiguous'] },
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
