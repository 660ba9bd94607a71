/** A self-signed certificate for 127.0.0.1, made anew for each test: no key is kept anywhere. */
import { createSign, generateKeyPairSync } from 'node:crypto';

/** The certificate and its key in PEM, valid for a day on both sides of `now`. */
export function makeCertificate(now: Date = new Date()): { cert: string; key: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const body = sequence(
    tag(0xa0, integer(2)), // X.509 version 3
    integer(1),
    ECDSA_WITH_SHA256,
    NAME,
    sequence(utcTime(now.getTime() - DAY_MS), utcTime(now.getTime() + DAY_MS)),
    NAME,
    publicKey.export({ type: 'spki', format: 'der' }),
    tag(0xa3, sequence(subjectAltName())),
  );
  const signature = createSign('sha256').update(body).sign(privateKey);
  const certificate = sequence(body, ECDSA_WITH_SHA256, tag(0x03, Buffer.from([0]), signature));
  return { cert: pem(certificate), key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string };
}

const DAY_MS = 86_400_000;
const ECDSA_WITH_SHA256 = sequence(tag(0x06, Buffer.from('2a8648ce3d040302', 'hex')));
const COMMON_NAME = tag(0x06, Buffer.from('550403', 'hex'));
const NAME = sequence(tag(0x31, sequence(COMMON_NAME, tag(0x0c, Buffer.from('127.0.0.1')))));

function subjectAltName(): Buffer {
  const names = sequence(tag(0x87, Buffer.from([127, 0, 0, 1])));
  return sequence(tag(0x06, Buffer.from('551d11', 'hex')), tag(0x04, names));
}

function utcTime(milliseconds: number): Buffer {
  return tag(0x17, Buffer.from(`${new Date(milliseconds).toISOString().replace(/\D/g, '').slice(2, 14)}Z`));
}

function integer(value: number): Buffer {
  return tag(0x02, Buffer.from([value]));
}

function sequence(...parts: Buffer[]): Buffer {
  return tag(0x30, ...parts);
}

/** One value of DER: its tag, its length, its content. */
function tag(number: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const head =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([number, ...head]), content]);
}

function pem(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}
