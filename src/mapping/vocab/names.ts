/** Particles that stand before a family name (folded). */
export const PARTICLES: ReadonlySet<string> = new Set(
  'von van de der den het t vom zu zur zum ten ter te del della dello dei degli dal dalla da dos das do du di d le la les af av bin ibn ben abu al el st'.split(' '),
); // prettier-ignore

/** What follows a family name and belongs to the person: `Jr.`, `III`. */
export const SUFFIX = /^(?:jr|sr|jun|sen|junior|senior|ml|мл|ст|ii|iii|iv|filho|neto|hijo|fils|père)\.?$/iu;

/** Degrees and forms of address, which are no part of the name. */
export const HONORIFIC =
  /^(?:dr|prof|doc|mr|mrs|ms|miss|mx|rev|sir|dame|dipl|ing|dipl-ing|mag|mgr|msc|bsc|m\.?sc|b\.?sc|ma|ba|m\.?a|b\.?a|m\.?d|md|m\. d|ph\.?d|phd|d\.?phil|dphil|ed\.?d|edd|m\.?ed|j\.?d|jd|r\.?n|rn|habil|akad|академик|проф|др|доц|инж|fr|herr|frau|lieutenant|lt|capt|captain|col|gen|major|sra?|dra?|med|dr\.? med|dott|prof\.? dr|otr\/l)\.?$/iu;

/** Statements that there are more persons than named. */
export const ET_AL =
  /^[[(]?(?:et\.? ?al(?:ii|ia)?\.?|and others|und andere|u\. ?a\.?|et autres|y otros|e outros|e altri|i dr\.?|i drugi|и др\.?|и другие|и други|і ін\.?|i in\.?|a kol\.?|a i\.|m\. ?fl\.?|ym\.?|\.\.\.|…|等|ほか|外)[\])]?$/iu;
