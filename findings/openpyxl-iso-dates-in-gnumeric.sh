#!/usr/bin/env bash
# openpyxl 3.0.9 and Gnumeric 1.12.55 (Debian 12: python3-openpyxl 3.0.9-1, gnumeric 1.12.55-1).
# What happens: openpyxl.Workbook(iso_dates=True) writes dates as ISO 8601 text in cells of type "d", as the format
#   allows. Gnumeric's ssconvert takes the leading year as a serial number of a day: all the dates of 2024 come out
#   as 16 July 1905, and 13:30 o'clock as midnight of 13 January 1900. The exit status is 0; stderr has a line about
#   an unknown value of an attribute.
# Why it surprises: what comes out are dates in every place where dates were expected, so a schema or a type check
#   is content. openpyxl reads its own file right, and the same workbook without the option is converted right.
# Whom it hurts: conversions to CSV by the thousand, where nobody reads stderr: one year of deliveries becomes one
#   day.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
# The programs are unpacked here, with the libraries that are not installed already. Nothing is installed.
mkdir -p debs/partial
apt-get install -qq -y --no-install-recommends --download-only --reinstall -o APT::Sandbox::User=root \
  -o "Dir::Cache::archives=$dir/debs" gnumeric=1.12.55-1 gnumeric-common=1.12.55-1 \
  python3-openpyxl=3.0.9-1 python3-et-xmlfile=1.0.1-2.1 >/dev/null
for package in debs/*.deb; do dpkg -x "$package" root; done
lib=$dir/root/usr/lib:$dir/root/usr/lib/$(uname -m)-linux-gnu
cat >probe.py <<'EOF'
import csv, subprocess
from datetime import datetime, time
import openpyxl

row = [datetime(2024, 1, 2, 8, 0), datetime(2024, 11, 28), time(13, 30)]

def convert(iso_dates):
    book = openpyxl.Workbook(iso_dates=iso_dates)
    book.active.append(row)
    book.save("dates.xlsx")
    own = [cell.value for cell in openpyxl.load_workbook("dates.xlsx").active[1]]
    assert own == row, own
    subprocess.run(["ssconvert", "dates.xlsx", "dates.csv"], check=True, stderr=subprocess.DEVNULL)
    with open("dates.csv", newline="") as text:
        return next(csv.reader(text))

serial, iso = convert(False), convert(True)
print("serial numbers:", serial)
print("ISO text:      ", iso)
assert serial == ["2024/01/02 08:00:00", "2024/11/28", "13:30:00"], serial
assert [text.split(" ")[0] for text in iso] == ["1905/07/16", "1905/07/16", "1900/01/13"], iso
EOF
export PATH="$dir/root/usr/bin:$PATH" LD_LIBRARY_PATH="$lib"
export PYTHONPATH=root/usr/lib/python3/dist-packages OPENPYXL_LXML=False
export GNUMERIC_PLUGIN_PATH="$dir/root/usr/lib/gnumeric/1.12.55/plugins" LC_ALL=C.UTF-8
python3 probe.py
