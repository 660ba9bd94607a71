/** Particles that stand before a family name (folded). */
export const PARTICLES: ReadonlySet<string> = new Set(
  'von van de der den het t vom zu zur zum ten ter te del della dello dei degli dal dalla da dos das do du di d le la les af av bin ibn ben abu al el st'.split(' '),
); // prettier-ignore

/** What follows a family name and belongs to the person: `Jr.`, `III`. */
export const SUFFIX = /^(?:jr|sr|jun|sen|junior|senior|ml|мл|ст|ii|iii|iv|filho|neto|hijo|fils|père)\.?$/iu;

/** Forms of address, which are no part of the name: they stand before it or after it. */
export const ADDRESS =
  /^(?:dr|prof|doc|mr|mrs|ms|miss|mx|rev|sir|dame|dipl|ing|dipl-ing|mag|mgr|habil|akad|академик|проф|др|доц|инж|fr|herr|frau|lieutenant|lt|capt|captain|col|gen|major|sra?|dra?|med|dr\.? med|dott|prof\.? dr)\.?$/iu;

/** Degrees, which stand after a name. Before one the same letters are initials or a family name: `J.D. Salinger`, `Ma Jun`. */
const DEGREE =
  /^(?:m\.?sc|b\.?sc|m\.?a|b\.?a|m\.? ?d|ph\.?d|d\.?phil|ed\.?d|m\.?ed|j\.?d|r\.?n|otr\/l)\.?$/iu;

/** What is added to a whole name and is no part of it. */
export function isHonorific(text: string): boolean {
  return ADDRESS.test(text) || DEGREE.test(text);
}

/**
 * What is no given name even where a given name is due: `Smith, Jr.`, `Smith, PhD`. Without full stop and in capitals
 * the same letters may be initials (`Jones, JR`) or a name (`Hu, Jun`; `Nadiruzzaman, Md`), and so may `M.D.`.
 */
export const UNMISTAKABLE_ADDITION =
  /^(?:(?:Jr|Sr|Jun|Sen|ml|мл|ст|Dr|Prof|Rev)\.|Ph\.?D\.?|Ed\.?D\.?|D\.?Phil\.?|M\.?Sc\.?|B\.?Sc\.?)$/u;

/** A family name and what makes a firm of it: `Hardy, F. A., & Co`. */
export const FIRM =
  /\s(?:&|and|et|und|y|i|и)\s(?:co|comp|company|cie|sons?|söhne|sohn|fils|hijos?|figli|bros|brothers|sinovi)\.?$/iu;

/**
 * What catalogues put in brackets behind the name of a corporate body that has no such word in it (RDA 11.7.1.4):
 * `Bernard Quaritch (Firm)`, `English Concert (Musical group)`.
 */
export const CORPORATE_QUALIFIER =
  /^(?:firm|firma|firme|фирма|фірма|(?:musical|music|rock|vocal|dance|theater|theatre) group|muzička grupa|музичка група|музыкальная группа|gruppe|groupe|grupo|gruppo|grupa|група|группа|group|ensemble|organization|organisation)$/iu;

/** Statements that there are more persons than named. */
export const ET_AL =
  /^[[(]?(?:et\.? ?al(?:ii|ia)?\.?|and others|und andere|u\. ?a\.?|et autres|y otros|e outros|e altri|i dr\.?|i drugi|и др\.?|и другие|и други|і ін\.?|i in\.?|a kol\.?|a i\.|m\. ?fl\.?|ym\.?|\.\.\.|…|等|ほか|外)[\])]?$/iu;
