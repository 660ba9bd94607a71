import { expect, test } from 'vitest';
import { readPayload, readXml } from '../../src/xml/read-payload.ts';
import { standalone } from '../../src/xml/standalone.ts';

test.each([
  { xml: '<dc:a/>', namespaces: { dc: 'urn:dc' }, alone: '<dc:a xmlns:dc="urn:dc"/>' },
  { xml: '\n <a b="x>y">z</a>\n', namespaces: { '': 'urn:d' }, alone: '\n <a xmlns="urn:d" b="x>y">z</a>\n' },
  { xml: "<a xmlns='urn:own' xmlns:p = \"urn:q\"/>", namespaces: { '': 'urn:d', p: 'urn:p' }, alone: "<a xmlns='urn:own' xmlns:p = \"urn:q\"/>" },
  { xml: '<a b="xmlns:p=\'no\'"/>', namespaces: { p: 'urn:p' }, alone: '<a xmlns:p="urn:p" b="xmlns:p=\'no\'"/>' },
  { xml: '<!-- <x> --><?p <y>?><a/>', namespaces: { '': 'urn:d' }, alone: '<!-- <x> --><?p <y>?><a xmlns="urn:d"/>' },
  { xml: '<a\n  b="1"/>', namespaces: { p: 'urn:a&b"<' }, alone: '<a xmlns:p="urn:a&amp;b&quot;&lt;"\n  b="1"/>' },
  { xml: 'no element', namespaces: { p: 'urn:p' }, alone: 'no element' },
])('$xml stands alone with what it does not declare itself', ({ xml, namespaces, alone }) => {
  expect(standalone({ xml, namespaces })).toBe(alone);
}); // prettier-ignore

test('a payload that stands alone is the same tree', () => {
  const raw = {
    xml: '<p:a xmlns="urn:e"><b q:c="1"/>x</p:a>',
    namespaces: { '': 'urn:d', p: 'urn:p', q: 'urn:q' },
  };
  expect(readXml(standalone(raw))).toEqual(readPayload(raw));
});
