/**
 * Licences: the Creative Commons suites by version (https://creativecommons.org/licenses/list.en; facts, not copied text),
 * the words licences are called by, and the pages of other licences as SPDX identifiers
 * (SPDX License List as in the package spdx-license-ids 3.0.24, CC0).
 */
import spdxIds from 'spdx-license-ids/index.json' with { type: 'json' };

/** Combinations of elements, in canonical order, with the versions in which they were published. */
export const CC_LICENCES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    by: ['1.0', '2.0', '2.1', '2.5', '3.0', '4.0'],
    'by-nc': ['1.0', '2.0', '2.1', '2.5', '3.0', '4.0'],
    'by-nc-nd': ['1.0', '2.0', '2.1', '2.5', '3.0', '4.0'],
    'by-nc-sa': ['1.0', '2.0', '2.1', '2.5', '3.0', '4.0'],
    'by-nd': ['1.0', '2.0', '2.1', '2.5', '3.0', '4.0'],
    'by-sa': ['1.0', '2.0', '2.1', '2.5', '3.0', '4.0'],
    'by-nd-nc': ['1.0'],
    nc: ['1.0'],
    'nc-sa': ['1.0'],
    nd: ['1.0'],
    'nd-nc': ['1.0'],
    sa: ['1.0'],
  }),
);

/** Jurisdictions with ported licences. */
export const CC_PORTS: ReadonlySet<string> = new Set([
  'am', 'ar', 'at', 'au', 'az', 'be', 'bg', 'br', 'ca', 'ch', 'cl', 'cn', 'co', 'cr', 'cz', 'de', 'dk', 'ec', 'ee', 'eg',
  'es', 'fi', 'fr', 'ge', 'gr', 'gt', 'hk', 'hr', 'hu', 'ie', 'igo', 'il', 'in', 'it', 'jp', 'kr', 'lu', 'mk', 'mt', 'mx',
  'my', 'nl', 'no', 'nz', 'pe', 'ph', 'pl', 'pr', 'pt', 'ro', 'rs', 'scotland', 'se', 'sg', 'si', 'th', 'tw', 'ua', 'ug',
  'uk', 'us', 've', 'vn', 'za',
]); // prettier-ignore

export type CcElement = 'by' | 'nc' | 'nd' | 'sa';

/** The names of the elements, folded and without blanks; longer ones are matched first. */
export const CC_ELEMENT_NAMES: Readonly<Record<CcElement, string>> = {
  by: 'Attribution|Namensnennung|Atribución|Reconocimiento|Atribuição|Attribuzione|Paternité|Reconeixement|Naamsvermelding|Navngivelse|Erkännande|Nimeä|Autorstvo|Ауторство|Uznanie autorstwa|Uveďte původ|Imenovanje|Priznanje avtorstva|Nevezd meg|Atıf|Attribuire|by',
  nc: 'NonCommercial|Non-commercial use|Nicht kommerziell|Keine kommerzielle Nutzung|NoComercial|Uso no comercial|No comercial|Não Comercial|Uso não comercial|Non commerciale|Pas d’Utilisation Commerciale|NietCommercieel|Ikkekommersiell|IckeKommersiell|EiKaupallinen|Nekomercijalno|Некомерцијално|Użycie niekomercyjne|Neužívejte komerčně|Nekomerčné|Nekomercialno|GayriTicari|nc',
  nd: 'NoDerivatives|NoDerivs|No derivative works|Keine Bearbeitungen|Keine Bearbeitung|SinDerivadas|SinObraDerivada|SinDerivar|SemDerivações|SemDerivados|Não a obras derivadas|Non opere derivate|Pas de Modification|GeenAfgeleideWerken|IngenBearbeidelse|IngaBearbetningar|EiMuutoksia|Bez prerada|Без прерада|Bez utworów zależnych|Nezpracovávejte|Brez predelav|Türetilemez|nd',
  sa: 'ShareAlike|Weitergabe unter gleichen Bedingungen|CompartirIgual|CompartilhaIgual|Condividi allo stesso modo|Partage dans les Mêmes Conditions|GelijkDelen|DelPåSammeVilkår|DelaLika|JaaSamoin|Deliti pod istim uslovima|Делити под истим условима|Na tych samych warunkach|Zachovejte licenci|Deljenje pod istimi pogoji|Így add tovább|AynıLisanslaPaylaş|sa',
};

/** Words around a licence's name that add nothing to it. */
export const CC_FILLERS =
  'Creative Commons|Creative Common|CC|International|Internacional|Unported|Generic|Public License|License|Licence|Lizenz|Licencia|Licença|Licenza|Licencija|Лиценца|Lizenzvertrag|Lisans|v|version|Internationale|Internazionale';

/** Pages of other licences, without scheme and closing slash → SPDX identifier. */
export const LICENCE_PAGES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'apache.org/licenses/license-2.0': 'Apache-2.0',
    'apache.org/licenses/license-2.0.html': 'Apache-2.0',
    'gnu.org/licenses/agpl-3.0.html': 'AGPL-3.0-only',
    'opendatacommons.org/licenses/by': 'ODC-By-1.0',
    'opendatacommons.org/licenses/by/1-0': 'ODC-By-1.0',
    'opendatacommons.org/licenses/odbl': 'ODbL-1.0',
    'opendatacommons.org/licenses/odbl/1-0': 'ODbL-1.0',
    'opendatacommons.org/licenses/pddl': 'PDDL-1.0',
    'opendatacommons.org/licenses/pddl/1-0': 'PDDL-1.0',
    'opensource.org/license/mit': 'MIT',
    'opensource.org/licenses/apache-2.0': 'Apache-2.0',
    'opensource.org/licenses/bsd-2-clause': 'BSD-2-Clause',
    'opensource.org/licenses/bsd-3-clause': 'BSD-3-Clause',
    'opensource.org/licenses/mit': 'MIT',
  }),
);

export const SPDX_NAMESPACE = 'https://spdx.org/licenses/';

/** SPDX identifiers by their lower-case form. */
export const SPDX_IDS: ReadonlyMap<string, string> = new Map(spdxIds.map((id) => [id.toLowerCase(), id]));
