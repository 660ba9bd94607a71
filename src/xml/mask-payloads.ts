/** Where a payload stands in a response: after the start tag of its container, up to the end tag. */
interface PayloadRange {
  readonly from: number;
  readonly to: number;
}

/**
 * The same text with blanks in place of what stands in each `metadata` and `about`: the way past a payload whose
 * markup is so broken that its end tag is swallowed. Offsets stay what they are.
 */
export function maskPayloads(text: string): string {
  return changePayloads(text, { payload: (xml) => ' '.repeat(xml.length), between: (part) => part });
}

/** The text with its payloads and the parts between them changed, in order. */
export function changePayloads(
  text: string,
  change: { payload(xml: string): string; between(part: string, offset: number): string },
): string {
  let changed = '';
  let at = 0;
  for (const { from, to } of findPayloads(text)) {
    changed += change.between(text.slice(at, from), at) + change.payload(text.slice(from, to));
    at = to;
  }
  return changed + change.between(text.slice(at), at);
}

/**
 * The payloads by the look of the text, which need not be well-formed. A payload ends at the first end tag of its
 * container that the end of the record or an `about` follows; when its record has none, at the first one.
 */
function findPayloads(text: string): PayloadRange[] {
  const found: PayloadRange[] = [];
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
    found.push({ from, to });
    CONTAINER.lastIndex = to;
  }
  return found;
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
