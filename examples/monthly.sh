#!/usr/bin/env bash
# Loads what is new in exports/ into the store, checks it, and publishes only what passed; silent when all is well.
set -euo pipefail
cd "$(dirname "$0")"

# All files or none; a file that was loaded before and has not changed is not read again.
npx origo ingest exports/ --quiet > /dev/null

if ! outcome=$(npx origo check --rules origo.rules.jsonc 2>&1); then
  echo "the certificates do not pass the check; nothing was published" >&2
  echo "$outcome" >&2
  exit 1
fi

npx origo summary --format csv --quiet --out published/summary.csv
npx origo report --quiet --format html --out published/report.html
