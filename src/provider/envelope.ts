/** The document around every answer (protocol §3.2). */
import { OAI_PMH } from '../oai/namespaces.ts';
import type { Verb } from '../oai/verbs.ts';
import { escapeAttribute, escapeText } from '../xml/escape.ts';
import { removeIllegal } from '../xml/characters.ts';
import { schemaLocation, SPLICE, writeDocumentAround } from '../xml/write-document.ts';
import type { ReceivedArguments } from './parse-request.ts';
import type { ProtocolError } from './protocol-error.ts';
import type { Chunk, OaiResponse, VerbAnswer } from './provider.ts';
import { tag } from './tag.ts';

/** What the envelope says of the request. */
export interface Envelope {
  readonly baseUrl: string;
  readonly responseDate: string;
  readonly verb: Verb | undefined;
  /** Echoed to the letter; empty after badVerb and badArgument. */
  readonly received: ReceivedArguments;
}

/** What every document begins and ends with. Written once: the tree builder would cost more than a page's records. */
const DOCUMENT = writeDocumentAround({
  name: 'OAI-PMH',
  namespace: OAI_PMH.namespace,
  attributes: [schemaLocation(OAI_PMH)],
  children: [SPLICE],
});

/** Characters of a URI, each `%` with its two digits: what the schema takes as the attribute `identifier`. */
const URI = /^(?:[A-Za-z0-9\-_.!~*'();/?:@&=+$,]|%[0-9A-Fa-f]{2})+$/;

/** Writes a whole response: the verb's element with what the verb answered, or the errors. */
export function writeResponse(envelope: Envelope, answer: VerbAnswer): OaiResponse {
  const { verb } = envelope;
  if ('errors' in answer) {
    const errorCodes = answer.errors.map(({ code }) => code);
    return { document: join(answer.errors.map(errorXml), envelope), verb, errorCodes, records: 0 };
  }
  const content = [`<${verb}>`, ...answer.content, `</${verb}>`];
  return { document: join(content, envelope), verb, errorCodes: [], records: answer.records };
}

function join(content: readonly Chunk[], { responseDate, baseUrl, received }: Envelope): Buffer {
  const attributes = Object.entries(received)
    .filter(([name, value]) => name !== 'identifier' || URI.test(value))
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`);
  const request = `<request${attributes.join('')}>${escapeText(baseUrl)}</request>`;
  return oneBuffer([
    `${DOCUMENT.head}${tag('responseDate', responseDate)}${request}`,
    ...content,
    DOCUMENT.tail,
  ]);
}

/** Text is encoded, and stored fragments are copied, straight to where they come to lie. */
function oneBuffer(chunks: readonly Chunk[]): Buffer {
  let room = 0;
  for (const chunk of chunks) room += typeof chunk === 'string' ? Buffer.byteLength(chunk) : chunk.length;
  const document = Buffer.allocUnsafe(room);
  let end = 0;
  for (const chunk of chunks)
    end += typeof chunk === 'string' ? document.write(chunk, end) : chunk.copy(document, end);
  return document;
}

function errorXml({ code, message }: ProtocolError): string {
  return `<error code="${code}">${escapeText(removeIllegal(message))}</error>`;
}
