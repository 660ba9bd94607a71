"""The work that a Python harvester such as Sickle does, by hand on the libraries it uses (requests and lxml): fetch
pages, parse them, find each record's header, turn its metadata into a dictionary of lists. One line of JSON a record;
nothing is mapped or stored. Arguments: base URL, output file."""
import json
import sys

import requests
from lxml import etree

OAI = "{http://www.openarchives.org/OAI/2.0/}"
PARSER = etree.XMLParser(recover=True, encoding="utf-8")


def records(session, url):
    query = {"verb": "ListRecords", "metadataPrefix": "oai_dc"}
    while query:
        response = session.get(url, params=query)
        response.raise_for_status()
        root = etree.XML(response.content, parser=PARSER)
        yield from root.iter(OAI + "record")
        token = root.find(".//" + OAI + "resumptionToken")
        query = {"verb": "ListRecords", "resumptionToken": token.text} if token is not None and token.text else None


def fields(element):
    metadata = {}
    for child in element.iter():
        if child.text is None or isinstance(child, etree._Comment):
            continue
        name = etree.QName(child).localname
        metadata.setdefault(name, []).append(child.text)
    return metadata


def line(record):
    header = record.find(OAI + "header")
    entry = {
        "identifier": header.findtext(OAI + "identifier"),
        "datestamp": header.findtext(OAI + "datestamp"),
        "sets": [spec.text for spec in header.findall(OAI + "setSpec")],
        "deleted": header.get("status") == "deleted",
    }
    metadata = record.find(OAI + "metadata")
    if metadata is not None:
        entry["metadata"] = fields(metadata[0])
    return json.dumps(entry, ensure_ascii=False) + "\n"


with requests.Session() as session, open(sys.argv[2], "w", encoding="utf-8") as output:
    for record in records(session, sys.argv[1]):
        output.write(line(record))
