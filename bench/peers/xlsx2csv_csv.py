"""python xlsx2csv_csv.py workbook.xlsx folder: every sheet to CSV.gz with the library xlsx2csv."""

import gzip
import json
import os
import sys

from xlsx2csv import Xlsx2csv

import usage


class Counting:
    """A text file that counts the lines that go through it."""

    def __init__(self, out):
        self.out = out
        self.lines = 0

    def write(self, text):
        self.lines += text.count("\n")
        return self.out.write(text)

    def flush(self):
        pass

    def close(self):
        pass


workbook_path, folder = sys.argv[1:]
workbook = Xlsx2csv(workbook_path, outputencoding="utf-8", dateformat="%Y-%m-%dT%H:%M:%S", lineterminator="\n")
rows = 0
for index, sheet in enumerate(workbook.workbook.sheets, start=1):
    path = os.path.join(folder, sheet["name"] + ".csv.gz")
    with gzip.open(path, "wt", compresslevel=1, encoding="utf-8", newline="") as out:
        counting = Counting(out)
        workbook.convert(counting, sheetid=index)
    rows += counting.lines - 1
print(json.dumps({"rows": rows}))
usage.report()
