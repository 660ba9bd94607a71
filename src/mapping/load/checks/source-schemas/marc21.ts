/**
 * MARC 21 bibliographic format: each tag with the letters of its subfields, obsolete ones included because old records
 * have them; `*` is any. Control subfields ($0 to $9) may stand everywhere.
 * https://www.loc.gov/marc/bibliographic/ and its appendix of local and obsolete fields.
 */
export const MARC_21: ReadonlyMap<string, string> = new Map([
  // Control fields have no subfields.
  ['001', ''], ['002', ''], ['003', ''], ['004', ''], ['005', ''], ['006', ''], ['007', ''], ['008', ''], ['009', ''],
  // 01X-09X: numbers and codes
  ['010', 'abz'], ['011', 'a'], ['013', 'abcdef'], ['015', 'aqz'], ['016', 'az'], ['017', 'abdiz'], ['018', 'a'],
  ['019', '*'], ['020', 'abcqz'], ['022', 'abclmyz'], ['023', 'ayz'], ['024', 'abcdqz'], ['025', 'a'],
  ['026', 'abcde'], ['027', 'aqz'], ['028', 'abq'], ['029', '*'], ['030', 'az'], ['031', 'abcdegmnopqrstuyz'],
  ['032', 'ab'], ['033', 'abcp'], ['034', 'abcdefghjkmnprstxyz'], ['035', 'abz'], ['036', 'ab'], ['037', 'abcfgn'],
  ['038', 'a'], ['039', '*'], ['040', 'abcde'], ['041', 'abcdefghijkmnpqrt'], ['042', 'a'], ['043', 'abc'],
  ['044', 'abc'], ['045', 'abc'], ['046', 'abcdejklmnopxz'], ['047', 'a'], ['048', 'ab'], ['049', '*'],
  ['050', 'abdu'], ['051', 'abc'], ['052', 'abd'], ['055', 'ab'], ['060', 'ab'], ['061', 'abc'], ['066', 'abc'],
  ['070', 'ab'], ['071', 'abc'], ['072', 'ax'], ['074', 'az'], ['080', 'abx'], ['082', 'abdmqu'], ['083', 'acmqyz'],
  ['084', 'abqu'], ['085', 'abcfrstuvwyz'], ['086', 'abz'], ['087', 'az'], ['088', 'az'], ['090', '*'],
  ['091', '*'], ['092', '*'], ['093', '*'], ['094', '*'], ['095', '*'], ['096', '*'], ['097', '*'], ['098', '*'],
  ['099', '*'],
  // 1XX: main entries
  ['100', 'abcdefghijklnpqrtu'], ['110', 'abcdefgijklnptu'], ['111', 'abcdefgijklnpqtu'],
  ['130', 'abdefghijklmnoprst'],
  // 20X-24X: titles
  ['210', 'ab'], ['211', 'a'], ['212', 'a'], ['214', 'a'], ['222', 'ab'], ['240', 'abdefghklmnoprs'], ['241', 'ah'],
  ['242', 'abchnpy'], ['243', 'adfghklmnoprs'], ['245', 'abcdefghknprs'], ['246', 'abdefghinp'],
  ['247', 'abdefghnpx'],
  // 25X-28X: editions and imprints
  ['250', 'ab'], ['251', 'a'], ['254', 'a'], ['255', 'abcdefg'], ['256', 'a'], ['257', 'a'],
  ['258', 'ab'], ['260', 'abcdefgklmq'], ['261', 'abdefx'], ['262', 'abckl'], ['263', 'a'], ['264', 'abc'],
  ['265', 'a'], ['270', 'abcdefghijklmnpqrz'],
  // 3XX: physical description
  ['300', 'abcefg'], ['301', 'abcdef'], ['302', 'a'], ['303', 'a'], ['304', 'a'], ['305', 'abcdefmn'], ['306', 'a'],
  ['307', 'ab'], ['308', 'abcdef'], ['310', 'ab'], ['315', 'ab'], ['321', 'ab'], ['334', 'ab'], ['335', 'ab'],
  ['336', 'ab'], ['337', 'ab'], ['338', 'ab'], ['340', 'abcdefghijklmnopqr'], ['341', 'abcde'],
  ['342', 'abcdefghijklmnopqrstuvw'], ['343', 'abcdefghi'], ['344', 'abcdefghijl'], ['345', 'abcde'], ['346', 'ab'],
  ['347', 'abcdef'], ['348', 'abcd'], ['350', 'ab'], ['351', 'abc'], ['352', 'abcdefgiq'], ['353', 'abc'],
  ['355', 'abcdefghj'], ['357', 'abcg'], ['359', 'a'], ['361', 'afklosuxyz'], ['362', 'az'], ['363', 'abcdefghijklmuvxz'],
  ['365', 'abcdefghijkm'], ['366', 'abcdefgjkm'], ['370', 'cfgistuv'], ['377', 'al'], ['380', 'a'], ['381', 'auv'],
  ['382', 'abdenprstv'], ['383', 'abcde'], ['384', 'a'], ['385', 'abmn'], ['386', 'abimn'], ['387', 'abcdefghijklm'],
  ['388', 'a'],
  // 4XX: series
  ['400', 'abcdefgklnptuvx'], ['410', 'abcdefgklnptuvx'], ['411', 'acdefgklnpqtuvx'], ['440', 'anpvwx'],
  ['490', 'alvxyz'],
  // 5XX: notes
  ['500', 'alnxz'], ['501', 'a'], ['502', 'abcdgo'], ['503', 'a'], ['504', 'ab'], ['505', 'agrtu'],
  ['506', 'abcdefgqu'], ['507', 'ab'], ['508', 'a'], ['509', '*'], ['510', 'abcux'], ['511', 'a'], ['512', 'a'],
  ['513', 'ab'], ['514', 'abcdefghijkmuz'], ['515', 'az'], ['516', 'a'], ['517', 'abc'], ['518', 'adop'],
  ['520', 'abcuz'], ['521', 'ab'], ['522', 'a'], ['523', 'a'], ['524', 'a'], ['525', 'az'], ['526', 'abcdixz'],
  ['527', 'a'], ['530', 'abcduz'], ['532', 'a'], ['533', 'abcdefmny'], ['534', 'abcefklmnoptxz'], ['535', 'abcdg'],
  ['536', 'abcdefgh'], ['537', 'a'], ['538', 'aiu'], ['539', 'abcdefg'], ['540', 'abcdfgqu'], ['541', 'abcdefhno'],
  ['542', 'abcdefghijklmnopqrsu'], ['543', 'a'], ['544', 'abcden'], ['545', 'abu'], ['546', 'abz'], ['547', 'az'],
  ['550', 'az'], ['552', 'abcdefghijklmnopuz'], ['555', 'abcdu'], ['556', 'az'], ['561', 'abu'], ['562', 'abcde'],
  ['563', 'au'], ['565', 'abcde'], ['567', 'ab'], ['570', 'az'], ['580', 'az'], ['581', 'az'], ['582', 'a'],
  ['583', 'abcdefhijklnouxz'], ['584', 'ab'], ['585', 'a'], ['586', 'a'], ['588', 'a'],
  // 6XX: subjects
  ['600', 'abcdefghjklmnopqrstuvxyz'], ['610', 'abcdefghklmnoprstuvxyz'], ['611', 'acdefghjklnpqstuvxyz'],
  ['630', 'adefghklmnoprstvxyz'], ['647', 'acdgvxyz'], ['648', 'avxyz'], ['650', 'abcdegvxyz'], ['651', 'abegvxyz'],
  ['652', 'axyz'], ['653', 'a'], ['654', 'abcevyz'], ['655', 'abcvxyz'], ['656', 'akvxyz'], ['657', 'avxyz'],
  ['658', 'abcd'], ['662', 'abcdefgh'], ['680', '*'], ['681', '*'], ['683', '*'], ['688', 'aeg'],
  // 70X-75X: added entries
  ['700', 'abcdefghijklmnopqrstux'], ['705', '*'], ['710', 'abcdefghiklmnoprstux'], ['711', 'acdefghijklnpqstux'],
  ['715', '*'], ['720', 'ae'], ['730', 'adfghiklmnoprstx'], ['740', 'ahnp'], ['751', 'aegi'], ['752', 'abcdefgh'],
  ['753', 'abc'], ['754', 'acdxz'], ['755', 'axyz'], ['758', 'ai'],
  // 76X-78X: linking entries
  ['760', 'abcdghimnostwxy'], ['762', 'abcdghimnostwxy'], ['765', 'abcdghikmnorstuwxyz'],
  ['767', 'abcdghikmnorstuwxyz'], ['770', 'abcdghikmnorstuwxyz'], ['772', 'abcdghikmnorstuwxyz'],
  ['773', 'abdghikmnopqrstuwxyz'], ['774', 'abcdghikmnorstuwxyz'], ['775', 'abcdefghikmnorstuwxyz'],
  ['776', 'abcdghikmnorstuwxyz'], ['777', 'abcdghikmnostwxyz'], ['780', 'abcdghikmnorstuwxyz'],
  ['785', 'abcdghikmnorstuwxyz'], ['786', 'abcdghijklmnoprstuvwxyz'], ['787', 'abcdghikmnorstuwxyz'],
  ['788', 'abdeinstwx'],
  // 80X-83X: series added entries
  ['800', 'abcdefghijklmnopqrstuvwx'], ['810', 'abcdefghijklmnoprstuvwx'], ['811', 'acdefghijklnpqstuvwx'],
  ['830', 'adefghijklmnoprstvwx'], ['840', 'ahv'],
  // 841-88X: holdings, locations, alternate graphics
  ['841', 'abe'], ['842', 'a'], ['843', 'abcdefmn'], ['844', 'a'], ['845', 'abcdfgqu'], ['850', 'abde'],
  ['851', 'abcdefg'], ['852', 'abcdefghijklmnpqstuxyz'], ['853', 'abcdefghijklmnoptuvwxyz'],
  ['854', 'abcdefghijklmnoptuvwxyz'], ['855', 'abcdefghijklmnoptuvwxyz'],
  ['856', 'abcdefghijklmnopqrstuvwxyz'], ['857', 'bcdefghlmnqrstuxyz'], ['859', '*'], ['863', 'abcdefghijklmnopqstvwxz'],
  ['864', 'abcdefghijklmnopqstvwxz'], ['865', 'abcdefghijklmnopqstvwxz'], ['866', 'axz'], ['867', 'axz'], ['868', 'axz'],
  ['870', '*'], ['871', '*'], ['872', '*'], ['873', '*'], ['876', 'abcdehjlprtxz'], ['877', 'abcdehjlprtxz'],
  ['878', 'abcdehjlprtxz'], ['880', '*'], ['881', 'abcdefghijklmnopqrstuvwxyz'], ['882', 'aiw'], ['883', 'acdquwx'],
  ['884', 'agkqu'], ['885', 'abcdwxz'], ['886', 'abcdefghijklmnopqrstuvwxyz'], ['887', 'a'],
]); // prettier-ignore

/** The tags of MARC 21 that a tag stands for: itself, or several where `X` is any digit. */
export function marcTags(tag: string): readonly string[] {
  if (!tag.includes('X')) return MARC_21.has(tag) ? [tag] : [];
  const pattern = new RegExp(`^${tag.replaceAll('X', String.raw`\d`)}$`);
  return [...MARC_21.keys()].filter((known) => pattern.test(known));
}
