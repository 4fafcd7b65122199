#!/usr/bin/env bash
# xlsx2csv 0.7.8 (Debian 12: xlsx2csv 1:0.7.8-1), on a workbook that openpyxl 3.0.9 wrote.
# What happens: a plain number whose format names its unit in quotes is printed as a date pattern when the unit has
#   a d, an h or an m in it. 45.5 with the format 0 "days" becomes the text 0 "13ays", with 0.0 "h" it becomes 0.0
#   "12". With 0.00 "kg" or 0 "un" the number comes out. The exit status is 0 and nothing is said.
# Why it surprises: quoted text in a number format is only shown; openpyxl reads 45.5 from each of the cells. The
#   value is not rounded or shifted but gone, replaced by pieces of the format.
# Whom it hurts: who turns planning sheets into CSV: lead times in days, cycle times in h or min, sizes in mm are
#   lost, quantities in kg beside them are right, so a glance at the file can miss it.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
apt-get download -qq -o APT::Sandbox::User=root \
  xlsx2csv=1:0.7.8-1 python3-openpyxl=3.0.9-1 python3-et-xmlfile=1.0.1-2.1
for package in *.deb; do dpkg -x "$package" root; done
cat >probe.py <<'EOF'
import csv, subprocess, sys
import openpyxl

expected = [
    ('0 "days"', '0 "13ays"'),
    ('0.0 "h"', '0.0 "12"'),
    ('0 "dias"', '0 "13ias"'),
    ('0.0 "mm"', '0.0 "02"'),
    ('0.00 "kg"', 45.5),
    ('0 "un"', 45.5),
]
book = openpyxl.Workbook()
for row, (number_format, _) in enumerate(expected, 1):
    book.active.cell(row, 1, 45.5).number_format = number_format
book.save("units.xlsx")
values = [row[0] for row in openpyxl.load_workbook("units.xlsx").active.iter_rows(values_only=True)]
assert values == [45.5] * len(expected), values

command = [sys.executable, "root/usr/bin/xlsx2csv", "units.xlsx"]
run = subprocess.run(command, capture_output=True, text=True, check=True)
assert run.stderr == "", run.stderr
for (number_format, wanted), (printed,) in zip(expected, csv.reader(run.stdout.splitlines()), strict=True):
    print(number_format.ljust(10), "45.5 ->", printed)
    assert (printed if isinstance(wanted, str) else float(printed)) == wanted
EOF
PYTHONPATH=root/usr/lib/python3/dist-packages OPENPYXL_LXML=False python3 probe.py
