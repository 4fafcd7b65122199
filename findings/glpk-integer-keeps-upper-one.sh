#!/usr/bin/env bash
# GLPK 5.0 and CBC 2.10.8 (Debian 12: glpk-utils 5.0-1, coinor-cbc 2.10.8+ds1-1).
# What happens: an integer variable in an MPS file without any line in BOUNDS is at most 1 for both solvers. With
#   one line that gives only its lower bound (LO 1), CBC lets it go up to the limit of the constraint, GLPK still
#   keeps it at 1. Maximizing X under X <= 7.5 gives 7 in CBC and 1 in GLPK. With a second line, PL, for "no upper
#   bound", both give 7.
# Why it surprises: both read the file without a word and both report an optimum. A bound from below decides about
#   the bound from above in one solver and not in the other.
# Whom it hurts: planners who try a model with two solvers, or move from one to the other: "at least one batch"
#   becomes "exactly one batch", and the plan is called optimal.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
# The programs are unpacked here, with the libraries that are not installed already. Nothing is installed.
mkdir -p debs/partial
apt-get install -qq -y --no-install-recommends --download-only --reinstall -o APT::Sandbox::User=root \
  -o "Dir::Cache::archives=$dir/debs" glpk-utils=5.0-1 coinor-cbc=2.10.8+ds1-1 >/dev/null
for package in debs/*.deb; do dpkg -x "$package" root; done
lib=root/usr/lib/$(uname -m)-linux-gnu
export PATH="$dir/root/usr/bin:$PATH" LD_LIBRARY_PATH="$dir/$lib:$dir/$lib/blas:$dir/$lib/lapack"

model() { # the lines of BOUNDS for X
  printf 'NAME          BATCHES\nROWS\n N  COST\n L  LIMIT\nCOLUMNS\n'
  printf "    M1        'MARKER'                 'INTORG'\n"
  printf '    X         COST              -1.0   LIMIT              1.0\n'
  printf "    M2        'MARKER'                 'INTEND'\n"
  printf 'RHS\n    RHS       LIMIT              7.5\n'
  [ -z "$1" ] || printf 'BOUNDS\n%s\n' "$1"
  printf 'ENDATA\n'
}
optimum() { # the name of the case, the bounds, and the X expected from GLPK and from CBC
  model "$2" >model.mps
  glpsol --mps model.mps -o glpk.txt >glpk.log
  cbc model.mps solve solution cbc.txt >cbc.log
  grep -q 'Status: *INTEGER OPTIMAL' glpk.txt
  grep -q '^Optimal' cbc.txt
  grep -q 'Version: 2\.10\.8' cbc.log
  grep -q 'read with 0 errors' cbc.log
  glpk=$(awk '$2 == "X" { print $4 }' glpk.txt)
  cbc=$(awk '$2 == "X" { print $3 }' cbc.txt)
  echo "$1: GLPK X=$glpk, CBC X=$cbc"
  [ "$glpk $cbc" = "$3 $4" ]
}
glpsol --version | head -1 | grep -q '5\.0$'
optimum 'no bounds' '' 1 1
optimum 'lower bound only' ' LO BND       X                  1.0' 1 7
optimum 'lower bound, upper unbounded' "$(printf ' LO BND       X                  1.0\n PL BND       X')" 7 7
