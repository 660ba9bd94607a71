/** Elements that strip_markup knows, by profile. A block ends a line; the content of a hidden one goes with it. */
interface MarkupProfile {
  readonly inline: readonly string[];
  readonly block: readonly string[];
  readonly hidden: readonly string[];
}

/** HTML living standard, and the elements of HTML 4 that records still carry. */
const HTML: MarkupProfile = {
  inline: words('a abbr acronym b bdi bdo big cite code del dfn em font i img ins kbd label mark nobr q s samp small span strike strong sub sup time tt u var wbr input o:p'),
  block: words('address article aside blockquote body br caption center col colgroup dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html li main nav ol p pre section summary table tbody td tfoot th thead title tr ul'),
  hidden: words('script style iframe object noscript template'),
}; // prettier-ignore

/** JATS 1.3, with and without Crossref's `jats:` prefix, and the MathML that stands in it. */
const JATS: MarkupProfile = {
  inline: prefixed('jats', 'bold italic sc sub sup underline overline monospace roman sans-serif strike styled-content named-content ext-link uri xref inline-formula inline-graphic email tex-math alternatives fn'),
  block: prefixed('jats', 'abstract trans-abstract title sec p list list-item disp-quote disp-formula label break'),
  hidden: [],
}; // prettier-ignore

const MATHML: MarkupProfile = {
  inline: prefixed('mml', 'math mrow mi mo mn mtext msub msup msubsup mfrac msqrt mroot mover munder munderover mstyle mspace mfenced mtable mtr mtd semantics annotation mphantom mpadded menclose merror mmultiscripts mprescripts none'),
  block: [],
  hidden: [],
}; // prettier-ignore

export const MARKUP_PROFILES = { html: [HTML], jats: [JATS, MATHML] } as const;

export type TagRole = keyof MarkupProfile;

/** The role of every tag name (in lower case) of the given profiles. */
export function tagRoles(profiles: readonly (keyof typeof MARKUP_PROFILES)[]): ReadonlyMap<string, TagRole> {
  const roles = new Map<string, TagRole>();
  for (const profile of profiles.flatMap((name): readonly MarkupProfile[] => MARKUP_PROFILES[name])) {
    for (const role of ['inline', 'block', 'hidden'] as const) {
      for (const tag of profile[role]) roles.set(tag, role);
    }
  }
  return roles;
}

function words(text: string): readonly string[] {
  return text.split(' ');
}

function prefixed(prefix: string, text: string): readonly string[] {
  return words(text).flatMap((name) => [name, `${prefix}:${name}`]);
}
