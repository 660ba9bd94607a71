import { escapeText } from '../xml/escape.ts';

/** An element of the protocol that holds only text. */
export function tag(name: string, text: string): string {
  return `<${name}>${escapeText(text)}</${name}>`;
}
