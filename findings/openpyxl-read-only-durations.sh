#!/usr/bin/env bash
# openpyxl 3.0.9 (Debian 12: python3-openpyxl 3.0.9-1, python3-et-xmlfile 1.0.1-2.1).
# What happens: a timedelta written by openpyxl gets the format [hh]:mm:ss. Loaded as a whole the cell is a
#   timedelta again. Loaded with read_only=True the same cell is a time of day below 24 hours, and a datetime in
#   1900 from 24 hours on: 36 hours come back as noon of 1 January 1900, 1000.25 hours as 10 February 1900, 16:15.
# Why it surprises: read_only is chosen to save memory, and numbers, dates and texts are the same in both modes. A
#   column of operation times even changes its type from row to row, at 24 hours.
# Whom it hurts: whoever reads shop-floor times from big sheets: taking hours and minutes of what comes loses each
#   whole day, with no error.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
apt-get download -qq -o APT::Sandbox::User=root python3-openpyxl=3.0.9-1 python3-et-xmlfile=1.0.1-2.1
for package in *.deb; do dpkg -x "$package" root; done
cat >probe.py <<'EOF'
from datetime import datetime, time, timedelta
import openpyxl

assert openpyxl.__version__ == "3.0.9"
hours = [0.5, 23.75, 24, 36, 1000.25]
book = openpyxl.Workbook()
for h in hours:
    book.active.append([timedelta(hours=h)])
book.save("times.xlsx")

def read(read_only):
    sheet = openpyxl.load_workbook("times.xlsx", read_only=read_only).active
    return [row[0] for row in sheet.iter_rows(values_only=True)]

whole, streamed = read(False), read(True)
for row in zip(hours, whole, streamed):
    print("%s h: whole %r, read_only %r" % row)
assert whole == [timedelta(hours=h) for h in hours]
assert streamed == [
    time(0, 30),
    time(23, 45),
    datetime(1900, 1, 1),
    datetime(1900, 1, 1, 12),
    datetime(1900, 2, 10, 16, 15),
]
EOF
PYTHONPATH=root/usr/lib/python3/dist-packages OPENPYXL_LXML=False python3 probe.py
