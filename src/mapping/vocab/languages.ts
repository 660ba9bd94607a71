/**
 * Codes that ISO 639 withdrew or replaced, and the ISO 639-3 code for what they named. From the changes pages of
 * the ISO 639-1, 639-2 and 639-3 registration authorities.
 */
export const REPLACED_CODES: Readonly<Record<string, string>> = {
  iw: 'heb', in: 'ind', ji: 'yid', jw: 'jav', mo: 'ron', mol: 'ron', scc: 'srp', scr: 'hrv', esp: 'epo', fri: 'fry', gae: 'gla',
  iri: 'gle', lan: 'oci', max: 'glv', sso: 'sot', swz: 'ssw', tsw: 'tsn', gag: 'glg', gal: 'orm', cam: 'khm', far: 'fao',
  eth: 'gez', gua: 'grn', int: 'ina', lap: 'sme', mla: 'mlg', sao: 'smo', snh: 'sin', tag: 'tgl', taj: 'tgk', tar: 'tat', tru: 'chk',
  ajm: 'jrb',
}; // prettier-ignore

/** The languages in which repositories are known to write language names; English and the language itself besides. */
export const DISPLAY_LANGUAGES = [
  'sr', 'sr-Latn', 'hr', 'bs', 'sl', 'mk', 'bg', 'ru', 'uk', 'be', 'pl', 'cs', 'sk', 'de', 'fr', 'es', 'pt', 'it', 'ca', 'gl', 'eu',
  'ro', 'nl', 'sv', 'da', 'nb', 'fi', 'et', 'lv', 'lt', 'hu', 'el', 'tr', 'sq', 'is', 'ga', 'cy', 'id', 'ms', 'vi', 'th', 'zh',
  'zh-Hant', 'ja', 'ko', 'ar', 'fa', 'he', 'hi', 'bn', 'ka', 'hy', 'az', 'kk', 'uz', 'af', 'sw', 'la',
] as const; // prettier-ignore

/** Names that the display names of Unicode CLDR lack, or where another meaning must not win. Values: ISO 639-3 code and narrowing subtags. */
export const LANGUAGE_NAMES: Readonly<Record<string, string>> = {
  'Serbo-Croatian': 'hbs', srpskohrvatski: 'hbs', српскохрватски: 'hbs', hrvatskosrpski: 'hbs', 'Serbian (Cyrillic)': 'srp-Cyrl',
  'Serbian (Latin)': 'srp-Latn', 'Српски (ћирилица)': 'srp-Cyrl', 'srpski (latinica)': 'srp-Latn', 'Serbian Cyrillic': 'srp-Cyrl',
  'Serbian Latin': 'srp-Latn', Greek: 'ell', 'Modern Greek': 'ell', 'Greek, Modern': 'ell', 'Greek, Modern (1453-)': 'ell',
  'Greek, Ancient': 'grc', 'Ancient Greek': 'grc', 'Greek, Ancient (to 1453)': 'grc', 'Classical Greek': 'grc', Castilian: 'spa',
  'Spanish; Castilian': 'spa', 'Spanish, Castilian': 'spa', castellano: 'spa', castellà: 'spa', Flemish: 'nld', Vlaams: 'nld',
  'Dutch; Flemish': 'nld', Farsi: 'fas', Persian: 'fas', فارسی: 'fas', Moldavian: 'ron', Moldovan: 'ron', 'Romanian; Moldavian; Moldovan': 'ron',
  'Catalan; Valencian': 'cat', Valencian: 'cat', valencià: 'cat', Mandarin: 'cmn', 'Mandarin Chinese': 'cmn', Cantonese: 'yue',
  'Simplified Chinese': 'zho-Hans', 'Chinese (Simplified)': 'zho-Hans', 'Chinese, Simplified': 'zho-Hans', 简体中文: 'zho-Hans',
  'Traditional Chinese': 'zho-Hant', 'Chinese (Traditional)': 'zho-Hant', 繁體中文: 'zho-Hant', 中文: 'zho', 汉语: 'zho', 漢語: 'zho',
  'English (United States)': 'eng-US', 'English (US)': 'eng-US', 'American English': 'eng-US', 'English (United Kingdom)': 'eng-GB',
  'English (UK)': 'eng-GB', 'British English': 'eng-GB', 'English (Canada)': 'eng-CA', 'English (Australia)': 'eng-AU',
  'Portuguese (Brazil)': 'por-BR', 'Brazilian Portuguese': 'por-BR', 'Portuguese (Portugal)': 'por-PT', 'Português (Brasil)': 'por-BR',
  'Português do Brasil': 'por-BR', 'Spanish (Spain)': 'spa-ES', 'Spanish (Mexico)': 'spa-MX', 'Español (España)': 'spa-ES',
  'French (Canada)': 'fra-CA', 'Français (Canada)': 'fra-CA', 'French (France)': 'fra-FR', 'Français (France)': 'fra-FR',
  'German (Germany)': 'deu-DE', 'German (Austria)': 'deu-AT', 'Deutsch (Deutschland)': 'deu-DE', 'Swiss German': 'gsw',
  Norwegian: 'nor', Norsk: 'nor', Bokmål: 'nob', 'Norsk bokmål': 'nob', Nynorsk: 'nno', 'Norsk nynorsk': 'nno', 'Old Church Slavonic': 'chu',
  'Church Slavonic': 'chu', 'Church Slavic': 'chu', Crkvenoslovenski: 'chu', црквенословенски: 'chu', staroslavenski: 'chu',
  Latina: 'lat', Latein: 'lat', Latino: 'lat', латински: 'lat', latinski: 'lat', Hebrew: 'heb', Ivrit: 'heb', Malay: 'msa',
  'Bahasa Indonesia': 'ind', 'Bahasa Malaysia': 'msa', Kurdish: 'kur', Kirghiz: 'kir', Kyrgyz: 'kir', Uighur: 'uig', Bengali: 'ben', Bangla: 'ben',
  Burmese: 'mya', Pashto: 'pus', Pushto: 'pus', Punjabi: 'pan', Panjabi: 'pan', Sinhalese: 'sin', Gaelic: 'gla', 'Scottish Gaelic': 'gla',
  Irish: 'gle', Gaeilge: 'gle', 'Haitian Creole': 'hat', Romany: 'rom', Romani: 'rom', 'Crimean Tatar': 'crh',
  'Upper Sorbian': 'hsb', 'Lower Sorbian': 'dsb', 'Occitan (post 1500)': 'oci', Occitan: 'oci', Provençal: 'oci', Montenegrin: 'cnr',
  crnogorski: 'cnr', црногорски: 'cnr', Multilingual: 'mul', 'Multiple languages': 'mul', mehrsprachig: 'mul', višejezično: 'mul',
  'No linguistic content': 'zxx', Undetermined: 'und',
}; // prettier-ignore
