"""Sickle over a whole list: each record's metadata as one line of JSON. Arguments: base URL, output file."""
import json
import sys

from sickle import Sickle

with open(sys.argv[2], "w", encoding="utf-8") as output:
    for record in Sickle(sys.argv[1]).ListRecords(metadataPrefix="oai_dc"):
        line = {"identifier": record.header.identifier, "metadata": getattr(record, "metadata", None)}
        output.write(json.dumps(line, ensure_ascii=False) + "\n")
