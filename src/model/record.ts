/** The words of the protocol for what a repository holds. */

/** A record's header, as the repository sent it. */
export interface RecordHeader {
  readonly identifier: string;
  /** As sent; {@link parseLenientDatestamp} reads it. Empty when the repository gave none. */
  readonly datestamp: string;
  readonly setSpecs: readonly string[];
  readonly deleted: boolean;
}

/**
 * One element as the repository sent it, byte for byte, with the namespace declarations that its ancestors
 * made (prefix to URI, `''` is the default namespace), so that it stands alone.
 */
export interface RawXml {
  readonly xml: string;
  readonly namespaces: Readonly<Record<string, string>>;
}

/** A record as harvested: its header, and its metadata and about containers untouched. */
export interface OaiRecord {
  readonly header: RecordHeader;
  /** What stands inside `<metadata>`; absent for a deleted record. */
  readonly metadata?: RawXml;
  /** What stands inside each `<about>`. */
  readonly about: readonly RawXml[];
  /** Named repairs that were needed to read this record, for example `control-character`. */
  readonly repairs: readonly string[];
}
