/**
 * The same text with blanks in place of what stands in each `metadata` and `about`: the way past a payload whose
 * markup is so broken that its end tag is swallowed. Offsets stay what they are. A payload ends at the first end tag
 * of its container that the end of the record or an `about` follows; when its record has none, at the first one.
 */
export function maskPayloads(text: string): string {
  let masked = '';
  let at = 0;
  const ends = lookahead(text, CONTAINER_END);
  const records = lookahead(text, RECORD_START);
  CONTAINER.lastIndex = 0;
  for (let open = CONTAINER.exec(text); open !== null; open = CONTAINER.exec(text)) {
    const name = open[1] ?? '';
    const from = CONTAINER.lastIndex;
    if (open[0].endsWith('/>')) continue;
    const first = text.indexOf(`</${name}`, from);
    if (first === -1) break;
    const end = ends(from);
    const to = text.startsWith(`</${name}`, end) && end < records(first) ? end : first;
    masked += text.slice(at, from) + ' '.repeat(to - from);
    at = to;
    CONTAINER.lastIndex = to;
  }
  return masked + text.slice(at);
}

const CONTAINER = /<((?:[\w.-]+:)?(?:metadata|about))(?:\s[^<>]*)?>/g;
const CONTAINER_END =
  /<\/((?:[\w.-]+:)?(?:metadata|about))\s*>(?=\s*<(?:\/(?:[\w.-]+:)?record\s*>|(?:[\w.-]+:)?about[\s/>]))/g;
/** The start of the next record: what lies behind it is not this record's. */
const RECORD_START = /<(?:[\w.-]+:)?header[\s/>]/g;

/** Where a pattern next stands, asked from rising offsets; each stretch of the text is searched once. */
function lookahead(text: string, pattern: RegExp): (from: number) => number {
  let next = -1;
  return (from) => {
    if (next >= from) return next;
    pattern.lastIndex = from;
    next = pattern.exec(text)?.index ?? Infinity;
    return next;
  };
}
