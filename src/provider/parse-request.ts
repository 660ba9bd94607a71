/** From the arguments of a request to what is asked, or to everything that is wrong with them (protocol §3.1, §3.6). */
import { granularityOf } from '../model/datestamp.ts';
import { SET_SPEC } from '../model/set-spec.ts';
import { ARGUMENTS, isVerb, VERBS, type Argument, type Verb, type VerbArguments } from '../oai/verbs.ts';
import { parseParameters, type Parameter } from './parameters.ts';
import { protocolError, quote, type ProtocolError } from './protocol-error.ts';

/** What is asked, with dates and names of legal syntax. */
export type OaiRequest =
  | { readonly verb: 'Identify' }
  | { readonly verb: 'ListMetadataFormats'; readonly identifier: string | undefined }
  | { readonly verb: 'ListSets'; readonly resumptionToken: string | undefined }
  | { readonly verb: 'GetRecord'; readonly identifier: string; readonly metadataPrefix: string }
  | ListRequest;

export interface ListRequest {
  readonly verb: 'ListIdentifiers' | 'ListRecords';
  /** The first request of a list, or the token that continues one. */
  readonly list: ListSelection | { readonly resumptionToken: string };
}

/** The selection of a list request, as received: dates may be days or seconds. */
export interface ListSelection {
  readonly metadataPrefix: string;
  readonly from: string | undefined;
  readonly until: string | undefined;
  readonly set: string | undefined;
}

export type ReceivedArguments = Readonly<Partial<Record<Argument, string>>>;

export type ParsedRequest =
  | { readonly request: OaiRequest; readonly received: ReceivedArguments }
  | { readonly verb: Verb | undefined; readonly errors: readonly ProtocolError[] };

/** A request of a million bad arguments is not answered with a million errors. */
const MOST_ERRORS = 20;
const NOT_TEXT = 'is not percent-encoded UTF-8, or holds characters that XML does not allow';
const NAME = /^[A-Za-z0-9\-_.!~*'()]+$/;

/** What is wrong with the syntax of an argument's value, by argument; `undefined` when nothing is. */
const SYNTAX: Readonly<Record<Exclude<Argument, 'verb'>, (value: string) => string | undefined>> = {
  identifier: (value) => (value === '' ? 'is empty' : undefined),
  metadataPrefix: (value) => (NAME.test(value) ? undefined : 'is not a metadataPrefix'),
  from: checkDate,
  until: checkDate,
  set: (value) => (SET_SPEC.test(value) ? undefined : 'is not a setSpec'),
  resumptionToken: (value) => (value === '' ? 'is empty' : undefined),
};

/**
 * Reads a request from its encoded arguments (query string, form body, or both joined with `&`), driven by the
 * table of verbs. Reports all that is wrong at once; a missing, unknown or repeated verb alone.
 */
export function parseRequest(encoded: string): ParsedRequest {
  const parameters = parseParameters(encoded);
  const verb = readVerb(parameters);
  if (typeof verb !== 'string') return { verb: undefined, errors: [verb] };
  const rest = parameters.filter(({ name }) => name !== 'verb');
  const received = firstValues(rest);
  const errors = [
    ...checkEach(rest, verb),
    ...checkRepeats(rest),
    ...checkTogether(received, verb),
    ...checkRange(received),
  ];
  if (errors.length > 0) return { verb, errors: errors.slice(0, MOST_ERRORS) };
  return { request: toRequest(verb, received), received: { verb, ...received } };
}

function readVerb(parameters: readonly Parameter[]): Verb | ProtocolError {
  const verbs = parameters.filter(({ name }) => name === 'verb').map(({ value }) => value);
  const [verb] = verbs;
  if (verbs.length > 1) return protocolError('badVerb', 'The argument verb is repeated.');
  if (verbs.length === 0) return protocolError('badVerb', 'The argument verb is missing.');
  if (verb === undefined) return protocolError('badVerb', `The verb ${NOT_TEXT}.`);
  return isVerb(verb) ? verb : protocolError('badVerb', `${quote(verb)} is not a verb of OAI-PMH 2.0.`);
}

function firstValues(parameters: readonly Parameter[]): ReceivedArguments {
  const values: Partial<Record<Argument, string>> = {};
  for (const { name, value } of parameters) {
    if (value !== undefined && isArgument(name)) values[name] ??= value;
  }
  return values;
}

function isArgument(name: string | undefined): name is Argument {
  return (ARGUMENTS as readonly (string | undefined)[]).includes(name);
}

function checkEach(parameters: readonly Parameter[], verb: Verb): ProtocolError[] {
  const { required, optional, exclusive }: VerbArguments = VERBS[verb];
  const legal = [...required, ...optional, ...(exclusive === undefined ? [] : [exclusive])];
  return parameters.flatMap(({ name, value }) => {
    if (name === undefined) return badArgument(`The name of an argument ${NOT_TEXT}.`);
    if (!legal.includes(name) || !isArgument(name) || name === 'verb') {
      return badArgument(`${verb} has no argument ${quote(name)}.`);
    }
    if (value === undefined) return badArgument(`The value of ${name} ${NOT_TEXT}.`);
    const fault = SYNTAX[name](value);
    return fault === undefined ? [] : badArgument(`The value of ${name}, ${quote(value)}, ${fault}.`);
  });
}

function checkRepeats(parameters: readonly Parameter[]): ProtocolError[] {
  const names = parameters.map(({ name }) => name);
  return ARGUMENTS.filter((name) => names.indexOf(name) !== names.lastIndexOf(name)).flatMap((name) =>
    badArgument(`The argument ${name} is repeated.`),
  );
}

function checkTogether(received: ReceivedArguments, verb: Verb): ProtocolError[] {
  const { required, exclusive }: VerbArguments = VERBS[verb];
  const names = Object.keys(received);
  if (exclusive !== undefined && names.includes(exclusive)) {
    return names.length === 1 ? [] : badArgument(`${exclusive} stands alone with the verb.`);
  }
  return required
    .filter((name) => !names.includes(name))
    .flatMap((name) => badArgument(`${verb} needs the argument ${name}.`));
}

function checkRange({ from, until }: ReceivedArguments): ProtocolError[] {
  const granularities = [from, until].map((date) => date && granularityOf(date));
  if (from === undefined || until === undefined || granularities.includes(undefined)) return [];
  if (granularities[0] !== granularities[1]) return badArgument('from and until have different granularity.');
  return from > until ? badArgument(`from, ${from}, is later than until, ${until}.`) : [];
}

function badArgument(message: string): [ProtocolError] {
  return [protocolError('badArgument', message)];
}

/** `YYYY-MM-DD` or `YYYY-MM-DDThh:mm:ssZ`, a date of the calendar; XML Schema has no year 0000. */
function checkDate(value: string): string | undefined {
  if (granularityOf(value) !== undefined && !value.startsWith('0000')) return undefined;
  return 'is not a UTC date of the form YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ';
}

/** The checks above have made sure that required arguments are there. */
function toRequest(verb: Verb, received: ReceivedArguments): OaiRequest {
  const { identifier, metadataPrefix = '', from, until, set, resumptionToken } = received;
  switch (verb) {
    case 'Identify':
      return { verb };
    case 'ListMetadataFormats':
      return { verb, identifier };
    case 'ListSets':
      return { verb, resumptionToken };
    case 'GetRecord':
      return { verb, identifier: identifier ?? '', metadataPrefix };
    case 'ListIdentifiers':
    case 'ListRecords':
      if (resumptionToken !== undefined) return { verb, list: { resumptionToken } };
      return { verb, list: { metadataPrefix, from, until, set } };
  }
}
