"""python openpyxl_csv.py workbook.xlsx folder: every sheet to CSV.gz with openpyxl's read-only mode."""

import csv
import gzip
import io
import json
import os
import sys
from datetime import datetime

from openpyxl import load_workbook

import usage

workbook_path, folder = sys.argv[1:]
workbook = load_workbook(workbook_path, read_only=True)
rows = 0
for sheet in workbook.worksheets:
    packed = gzip.open(os.path.join(folder, sheet.title + ".csv.gz"), "wb", compresslevel=1)
    with io.TextIOWrapper(packed, encoding="utf-8", newline="", write_through=False) as out:
        writer = csv.writer(out, lineterminator="\n")
        count = 0
        for row in sheet.iter_rows(values_only=True):
            writer.writerow([v.isoformat() if type(v) is datetime else v for v in row])
            count += 1
    rows += count - 1
print(json.dumps({"rows": rows}))
usage.report()
