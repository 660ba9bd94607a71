import { NOT_MINE } from '../../../../src/mapping/transform.ts';
import { licence } from '../../../../src/mapping/transforms/vocabularies/licence.ts';
import { describeTransform } from '../apply-transform.ts';

const CC = 'https://creativecommons.org/licenses';

describeTransform(licence, {
  'knows which version was ported for which jurisdiction': [
    {
      value: 'https://creativecommons.org/licenses/by/3.0/us/',
      gives: { uri: `${CC}/by/3.0/us/`, spdx: 'CC-BY-3.0-US', kind: 'licence' },
    },
    {
      value: 'https://creativecommons.org/licenses/by-nc/2.1/es/',
      gives: { uri: `${CC}/by-nc/2.1/es/`, kind: 'licence' },
    },
    { value: 'https://creativecommons.org/licenses/by/2.1/', gives: { bad: 'licence.unknown' } },
    {
      value: 'https://creativecommons.org/licenses/by/4.0/rs/',
      gives: { uri: `${CC}/by/4.0/`, spdx: 'CC-BY-4.0', kind: 'licence' },
    },
    {
      value: 'http://creativecommons.org/licenses/nc-sampling+/1.0/',
      gives: { uri: `${CC}/nc-sampling+/1.0/`, kind: 'licence' },
    },
  ],
  'gives the canonical URI for a Creative Commons URL': [
    {
      value: 'https://creativecommons.org/licenses/by-nc-nd/4.0/deed.en',
      gives: { uri: `${CC}/by-nc-nd/4.0/`, spdx: 'CC-BY-NC-ND-4.0', kind: 'licence' },
    },
    {
      value: 'http://creativecommons.org/licenses/by/3.0',
      gives: { uri: `${CC}/by/3.0/`, spdx: 'CC-BY-3.0', kind: 'licence' },
    },
    {
      value: 'https://creativecommons.org/licenses/by/4.0/legalcode',
      gives: { uri: `${CC}/by/4.0/`, spdx: 'CC-BY-4.0', kind: 'licence' },
    },
    {
      value: 'http://creativecommons.org/licenses/by-nc-sa/3.0/nz/',
      gives: { uri: `${CC}/by-nc-sa/3.0/nz/`, kind: 'licence' },
    },
    {
      value: 'http://creativecommons.org/licenses/by/3.0/at/deed.de',
      gives: { uri: `${CC}/by/3.0/at/`, spdx: 'CC-BY-3.0-AT', kind: 'licence' },
    },
    {
      value: 'http://creativecommons.org/publicdomain/zero/1.0/',
      gives: { uri: 'https://creativecommons.org/publicdomain/zero/1.0/', spdx: 'CC0-1.0', kind: 'licence' },
    },
    {
      value: 'https://creativecommons.org/publicdomain/mark/1.0/deed.sr',
      gives: {
        uri: 'https://creativecommons.org/publicdomain/mark/1.0/',
        spdx: 'CC-PDM-1.0',
        kind: 'licence',
      },
    },
  ],
  'keeps the statement around a URL': [
    {
      value: 'Authors keep their copyright. http://creativecommons.org/licenses/by-nc-nd/3.0/us/',
      gives: {
        uri: `${CC}/by-nc-nd/3.0/us/`,
        kind: 'licence',
        text: 'Authors keep their copyright. http://creativecommons.org/licenses/by-nc-nd/3.0/us/',
      },
    },
  ],
  'reads short and long names with version': [
    { value: 'CC BY 4.0', gives: { uri: `${CC}/by/4.0/`, spdx: 'CC-BY-4.0', kind: 'licence' } },
    { value: 'CC-BY-SA-4.0', gives: { uri: `${CC}/by-sa/4.0/`, spdx: 'CC-BY-SA-4.0', kind: 'licence' } },
    { value: 'cc by-nc-nd 3.0 RS', gives: { uri: `${CC}/by-nc-nd/3.0/rs/`, kind: 'licence' } },
    {
      value: 'Creative Commons Attribution 4.0 International',
      gives: { uri: `${CC}/by/4.0/`, spdx: 'CC-BY-4.0', kind: 'licence' },
    },
    {
      value: 'Creative Commons License: Attribution-NonCommercial-NoDerivs 3.0 Unported',
      gives: { uri: `${CC}/by-nc-nd/3.0/`, spdx: 'CC-BY-NC-ND-3.0', kind: 'licence' },
    },
    {
      value: 'Attribution-NonCommercial 4.0 International (CC BY-NC 4.0)',
      gives: { uri: `${CC}/by-nc/4.0/`, spdx: 'CC-BY-NC-4.0', kind: 'licence' },
    },
    {
      value: 'Attribution-NonCommercial-ShareAlike 4.0 International',
      gives: { uri: `${CC}/by-nc-sa/4.0/`, spdx: 'CC-BY-NC-SA-4.0', kind: 'licence' },
    },
    {
      value: 'Creative Commons Namensnennung - Weitergabe unter gleichen Bedingungen 3.0 Deutschland',
      gives: NOT_MINE,
    },
    {
      value: 'Creative Commons Namensnennung-Nicht kommerziell-Keine Bearbeitung 4.0 International',
      gives: { uri: `${CC}/by-nc-nd/4.0/`, spdx: 'CC-BY-NC-ND-4.0', kind: 'licence' },
    },
    {
      value: 'CC0 1.0 Universal',
      gives: { uri: 'https://creativecommons.org/publicdomain/zero/1.0/', spdx: 'CC0-1.0', kind: 'licence' },
    },
    {
      value: 'Creative Commons CC0 1.0 Universal Public Domain Dedication.',
      gives: { uri: 'https://creativecommons.org/publicdomain/zero/1.0/', spdx: 'CC0-1.0', kind: 'licence' },
    },
    {
      value: 'Public Domain Mark 1.0',
      gives: {
        uri: 'https://creativecommons.org/publicdomain/mark/1.0/',
        spdx: 'CC-PDM-1.0',
        kind: 'licence',
      },
    },
  ],
  'does not invent a version': [
    { value: 'CC BY', gives: { bad: 'licence.version-missing' } },
    { value: 'Creative Commons Attribution', gives: { bad: 'licence.version-missing' } },
    { value: 'http://creativecommons.org/licenses/by-nc/', gives: { bad: 'licence.version-missing' } },
    { value: 'CC BY 7.0', gives: { bad: 'licence.unknown' } },
  ],
  'reads RightsStatements.org and SPDX': [
    {
      value: 'https://rightsstatements.org/page/InC/1.0/?language=en',
      gives: { uri: 'http://rightsstatements.org/vocab/InC/1.0/', kind: 'statement' },
    },
    {
      value: 'http://rightsstatements.org/vocab/NKC/1.0/',
      gives: { uri: 'http://rightsstatements.org/vocab/NKC/1.0/', kind: 'statement' },
    },
    {
      value: 'apache-2.0',
      gives: { uri: 'https://spdx.org/licenses/Apache-2.0', spdx: 'Apache-2.0', kind: 'licence' },
    },
    {
      value: 'https://opensource.org/licenses/MIT',
      gives: { uri: 'https://spdx.org/licenses/MIT', spdx: 'MIT', kind: 'licence' },
    },
    { value: 'MIT License', gives: { uri: 'https://spdx.org/licenses/MIT', spdx: 'MIT', kind: 'licence' } },
  ],
  'leaves other statements to others': [
    { value: 'MIT', gives: NOT_MINE },
    { value: 'All Rights Reserved', gives: NOT_MINE },
    { value: 'info:eu-repo/semantics/openAccess', gives: NOT_MINE },
    { value: 'By permission of the author', gives: NOT_MINE },
    { value: 'This work is under a CC BY 4.0 licence except for the images', gives: NOT_MINE },
  ],
});
