/** Content negotiation for the one coding we have (RFC 9110 §12.5.3). */

/** Whether a client takes gzip, and does not like identity better. No header means identity. */
export function acceptsGzip(acceptEncoding: string | undefined): boolean {
  const qualities = readQualities(acceptEncoding ?? '');
  const gzip = qualities.get('gzip') ?? qualities.get('x-gzip') ?? qualities.get('*') ?? 0;
  return gzip > 0 && gzip >= (qualities.get('identity') ?? 0);
}

function readQualities(header: string): Map<string, number> {
  const qualities = new Map<string, number>();
  for (const item of header.toLowerCase().split(',')) {
    const [coding = '', ...parameters] = item.split(';').map((part) => part.trim());
    const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    qualities.set(coding, quality === undefined ? 1 : readQuality(quality));
  }
  return qualities;
}

/** A quality that cannot be read refuses the coding: identity is never wrong. */
function readQuality(text: string): number {
  return /^[01](?:\.\d{0,3})?$/.test(text) ? Number(text) : 0;
}
