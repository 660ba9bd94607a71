import { describe, expect, test } from 'vitest';
import { name } from '../../../../src/mapping/transforms/agents/name.ts';
import { applyInLanguage } from '../apply-in-context.ts';
import { describeTransform } from '../apply-transform.ts';

const carberry = { kind: 'person', family: 'Carberry', given: 'Josiah' };
const orcid = [
  { scheme: 'orcid', value: '0000-0002-1825-0097', uri: 'https://orcid.org/0000-0002-1825-0097' },
];
const glued = '880-01Popović, Nikola B.,1950-author.aut(orcid)0000-0002-1825-0097';

describeTransform(name, {
  'reads inverted names as certain as their comma': [
    {
      value: 'Popović, Nikola B.',
      gives: { kind: 'person', family: 'Popović', given: 'Nikola B.', displayForm: 'Popović, Nikola B.' },
      confidence: 'likely',
    },
    {
      value: 'Sloan,Daniel B.',
      gives: { kind: 'person', family: 'Sloan', given: 'Daniel B.', displayForm: 'Sloan,Daniel B.' },
      confidence: 'likely',
    },
    {
      value: 'Smith J',
      gives: { kind: 'person', family: 'Smith', given: 'J', displayForm: 'Smith J' },
      confidence: 'likely',
    },
    {
      value: 'ИВАНКОВ П.Л.',
      gives: { kind: 'person', family: 'ИВАНКОВ', given: 'П.Л.', displayForm: 'ИВАНКОВ П.Л.' },
      confidence: 'likely',
    },
    {
      value: 'Beethoven, Ludwig van',
      gives: {
        kind: 'person',
        family: 'Beethoven',
        given: 'Ludwig',
        particle: 'van',
        displayForm: 'Beethoven, Ludwig van',
      },
      confidence: 'likely',
    },
    {
      value: 'Bank, Josef',
      gives: { kind: 'person', family: 'Bank', given: 'Josef', displayForm: 'Bank, Josef' },
      confidence: 'likely',
    },
  ],
  'guesses the order of other names': [
    {
      value: 'Nikola B. Popović',
      gives: { kind: 'person', family: 'Popović', given: 'Nikola B.', displayForm: 'Nikola B. Popović' },
      confidence: 'guess',
    },
    {
      value: 'by John Smith',
      gives: { kind: 'person', family: 'Smith', given: 'John', displayForm: 'by John Smith' },
      confidence: 'guess',
    },
    {
      value: 'Ludwig van Beethoven',
      gives: {
        kind: 'person',
        family: 'Beethoven',
        given: 'Ludwig',
        particle: 'van',
        displayForm: 'Ludwig van Beethoven',
      },
      confidence: 'guess',
    },
    {
      value: 'ХИТРИХЕЕВ ВЛАДИМИР ЕВГЕНЬЕВИЧ',
      gives: {
        kind: 'person',
        family: 'ХИТРИХЕЕВ',
        given: 'ВЛАДИМИР ЕВГЕНЬЕВИЧ',
        displayForm: 'ХИТРИХЕЕВ ВЛАДИМИР ЕВГЕНЬЕВИЧ',
      },
      confidence: 'guess',
    },
    {
      value: 'Prof. dr Ana Petrović',
      gives: {
        kind: 'person',
        family: 'Petrović',
        given: 'Ana',
        titles: 'Prof. dr',
        displayForm: 'Prof. dr Ana Petrović',
      },
      confidence: 'guess',
    },
  ],
  'does not split what cannot be split': [
    {
      value: 'Gossard',
      gives: { kind: 'unknown', name: 'Gossard', displayForm: 'Gossard' },
      confidence: 'guess',
    },
    { value: '王伟', gives: { kind: 'unknown', name: '王伟', displayForm: '王伟' }, confidence: 'guess' },
    {
      value: 'John Smith, Ann Brown, Bob White',
      gives: {
        kind: 'unknown',
        name: 'John Smith, Ann Brown, Bob White',
        displayForm: 'John Smith, Ann Brown, Bob White',
      },
      confidence: 'guess',
    },
  ],
  'takes suffixes, titles and dates off': [
    {
      value: 'Gale, Michael, Jr.',
      gives: {
        kind: 'person',
        family: 'Gale',
        given: 'Michael',
        suffix: 'Jr.',
        displayForm: 'Gale, Michael, Jr.',
      },
      confidence: 'likely',
    },
    {
      value: 'Roth, Jr., Robert H.',
      gives: {
        kind: 'person',
        family: 'Roth',
        given: 'Robert H.',
        suffix: 'Jr.',
        displayForm: 'Roth, Jr., Robert H.',
      },
      confidence: 'likely',
    },
    {
      value: 'Jones, Ida E., PhD',
      gives: {
        kind: 'person',
        family: 'Jones',
        given: 'Ida E.',
        titles: 'PhD',
        displayForm: 'Jones, Ida E., PhD',
      },
      confidence: 'likely',
    },
    {
      value: 'Calzolari, Elaine, 1950-',
      gives: {
        kind: 'person',
        family: 'Calzolari',
        given: 'Elaine',
        dates: '1950/..',
        displayForm: 'Calzolari, Elaine, 1950-',
      },
      confidence: 'likely',
    },
    {
      value: 'Hansen, James E. 1938-',
      gives: {
        kind: 'person',
        family: 'Hansen',
        given: 'James E.',
        dates: '1938/..',
        displayForm: 'Hansen, James E. 1938-',
      },
      confidence: 'likely',
    },
    {
      value: 'Müller, Hans (Hrsg.)',
      gives: { kind: 'person', family: 'Müller', given: 'Hans', displayForm: 'Müller, Hans (Hrsg.)' },
      confidence: 'likely',
    },
  ],
  'takes the only part behind a comma for the given name in any doubt': [
    ...(
      [
        ['Hu, Jun', 'Hu', 'Jun'],
        ['Yang, Sen', 'Yang', 'Sen'],
        ['Nadiruzzaman, Md', 'Nadiruzzaman', 'Md'],
        ['Subramanian, SR', 'Subramanian', 'SR'],
        ['Jones, JR', 'Jones', 'JR'],
        ['Smith, II', 'Smith', 'II'],
        ['Sokoloff, M. D.', 'Sokoloff', 'M. D.'],
        ['Beukenholdt-ter Mors, M.A.', 'Beukenholdt-ter Mors', 'M.A.'],
        ['Schneider, Edd', 'Schneider', 'Edd'],
      ] as const
    ).map(([value, family, given]) => ({
      value,
      gives: { kind: 'person', family, given, displayForm: value },
      confidence: 'likely' as const,
    })),
    {
      value: 'John Smith, Jr.',
      gives: {
        kind: 'person',
        family: 'Smith',
        given: 'John',
        suffix: 'Jr.',
        displayForm: 'John Smith, Jr.',
      },
    },
    {
      value: 'John Smith, PhD',
      gives: {
        kind: 'person',
        family: 'Smith',
        given: 'John',
        titles: 'PhD',
        displayForm: 'John Smith, PhD',
      },
    },
    {
      value: 'Smith, John, SR',
      gives: { kind: 'person', family: 'Smith', given: 'John', suffix: 'SR', displayForm: 'Smith, John, SR' },
    },
  ],
  'takes initials and family names before a name for no degree': [
    {
      value: 'J.D. Salinger',
      gives: { kind: 'person', family: 'Salinger', given: 'J.D.', displayForm: 'J.D. Salinger' },
    },
    {
      value: 'Amartya Kumar Sen',
      gives: { kind: 'person', family: 'Sen', given: 'Amartya Kumar', displayForm: 'Amartya Kumar Sen' },
    },
  ],
  'takes affiliations off': [
    {
      value: 'Smith, John; University of Belgrade',
      gives: {
        kind: 'person',
        family: 'Smith',
        given: 'John',
        affiliations: [{ name: 'University of Belgrade' }],
        displayForm: 'Smith, John; University of Belgrade',
      },
      confidence: 'likely',
    },
    {
      value: 'Branson, Herman, Howard University',
      gives: {
        kind: 'person',
        family: 'Branson',
        given: 'Herman',
        affiliations: [{ name: 'Howard University' }],
        displayForm: 'Branson, Herman, Howard University',
      },
      confidence: 'likely',
    },
    {
      value: 'Smith, John (University of X)',
      gives: {
        kind: 'person',
        family: 'Smith',
        given: 'John',
        affiliations: [{ name: 'University of X' }],
        displayForm: 'Smith, John (University of X)',
      },
      confidence: 'likely',
    },
  ],
  'knows firms and ensembles, whose additions are no affiliations': [
    ...['Hardy, F. A., & Co', 'Pilling, G. P., & Sons', 'Herberger Woodwind Quintet (Ensemble)'].map(
      (value) => ({ value, gives: { kind: 'organization', name: value, displayForm: value } }),
    ),
  ],
  'knows corporate bodies by what catalogues put behind their names': [
    ...[
      'Foto Sava (Firm)',
      'Foto Sava (firma)',
      'Quodlibet (Musical group)',
      'English Concert (Musical group)',
      'Фото Сава (фирма)',
      'Blunt, E. & G.W. (Firm)',
    ].map((value) => ({
      value,
      gives: { kind: 'organization', name: value, displayForm: value },
      confidence: 'likely' as const,
    })),
  ],
  'takes no word in brackets for a family name': [
    ...['Ana Petrović (Zemun)', 'Ana Petrović (Novi Sad)', 'Ana Petrović [zemunska]'].map((value) => ({
      value,
      gives: { kind: 'unknown', name: value, displayForm: value },
      confidence: 'guess' as const,
    })),
    {
      value: 'John (Jack) Smith',
      gives: { kind: 'person', family: 'Smith', given: 'John (Jack)', displayForm: 'John (Jack) Smith' },
      confidence: 'guess',
    },
  ],
  'knows corporate bodies in many languages': [
    ...[
      'Universidade do Porto. Faculdade de Engenharia',
      'Faculdade de Economia',
      'Universidad de Antioquia. Facultad de Ingeniería',
      'Ayuntamiento de Madrid',
      'Ministero della cultura',
      'Observatoire de Paris',
      'Délégation générale à la langue française',
      'Landesbibliothek Oldenburg',
      'Bundesministerium des Innern',
      'Uniwersytet Warszawski. Wydział Historyczny',
      'Towarzystwo Naukowe Warszawskie',
      'Sveučilište u Zagrebu',
      'Matica hrvatska',
      'Moravská zemská knihovna',
      'Rijksmuseum',
      'Norges teknisk-naturvitenskapelige universitet',
      'Lunds universitet',
      'Stiftelsen Nordiska museet',
    ].map((value) => ({ value, gives: { kind: 'organization', name: value, displayForm: value } })),
  ],
  'knows organisations, meetings and families by their words': [
    {
      value: 'Institut za noviju istoriju Srbije',
      gives: {
        kind: 'organization',
        name: 'Institut za noviju istoriju Srbije',
        displayForm: 'Institut za noviju istoriju Srbije',
      },
      confidence: 'likely',
    },
    {
      value: 'United States. Soil Conservation Service',
      gives: {
        kind: 'organization',
        name: 'United States. Soil Conservation Service',
        displayForm: 'United States. Soil Conservation Service',
      },
      confidence: 'likely',
    },
    {
      value: 'Kuchel & Dresel',
      gives: { kind: 'organization', name: 'Kuchel & Dresel', displayForm: 'Kuchel & Dresel' },
      confidence: 'likely',
    },
    {
      value: 'Матица српска',
      gives: { kind: 'organization', name: 'Матица српска', displayForm: 'Матица српска' },
      confidence: 'likely',
    },
    {
      value: 'Technische Universität Dresden',
      gives: {
        kind: 'organization',
        name: 'Technische Universität Dresden',
        displayForm: 'Technische Universität Dresden',
      },
      confidence: 'likely',
    },
    {
      value: 'Helsingin yliopisto, kansatiede',
      gives: {
        kind: 'organization',
        name: 'Helsingin yliopisto, kansatiede',
        displayForm: 'Helsingin yliopisto, kansatiede',
      },
      confidence: 'likely',
    },
    {
      value: 'International Congress on Slavistics',
      gives: {
        kind: 'meeting',
        name: 'International Congress on Slavistics',
        displayForm: 'International Congress on Slavistics',
      },
      confidence: 'likely',
    },
    {
      value: 'Obrenović family',
      gives: { kind: 'family', name: 'Obrenović family', displayForm: 'Obrenović family' },
      confidence: 'likely',
    },
  ],
  'keeps an ORCID iD that is right, and the person without one that is wrong': [
    {
      value: 'Carberry, Josiah (0000-0002-1825-0097)',
      gives: { ...carberry, displayForm: 'Carberry, Josiah (0000-0002-1825-0097)', identifiers: orcid },
    },
    {
      value: 'Carberry, Josiah|0000-0002-1825-0098',
      gives: { ...carberry, displayForm: 'Carberry, Josiah|0000-0002-1825-0098' },
      reports: ['orcid.checksum'],
    },
  ],
  'takes the subfields of MARC apart that stand together': [
    {
      value: glued,
      gives: {
        kind: 'person',
        family: 'Popović',
        given: 'Nikola B.',
        displayForm: glued,
        dates: '1950/..',
        identifiers: orcid,
      },
      reports: ['name.concatenated'],
    },
  ],
  'drops what names nobody': [
    { value: 'et al.', gives: undefined },
    { value: 'и др.', gives: undefined },
    { value: '...', gives: undefined },
  ],
});

describe('the order of a name', () => {
  test('is taken from the mapping', () => {
    expect(applyInLanguage(name, 'Popović Nikola', { args: { order: 'inverted' } })).toMatchObject({
      family: 'Popović',
      given: 'Nikola',
    });
    expect(applyInLanguage(name, 'Popović Nikola', { args: { order: 'direct' } })).toMatchObject({
      family: 'Nikola',
    });
  });
});
