#!/usr/bin/env bash
# Makes sure that LibreOffice is there, with which the tests open the letters; installs Debian's where it is not.
set -euo pipefail
found() { command -v soffice >/dev/null; }
found && exit 0
if command -v apt-get >/dev/null; then
  echo "No LibreOffice here; installing Debian's with apt-get …"
  if [ "$(id -u)" = 0 ]; then sudo=; else sudo=sudo; fi
  if $sudo apt-get update -qq &&
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
      libreoffice-writer-nogui libreoffice-calc-nogui >/dev/null; then
    found && exit 0
  fi
fi
echo "LibreOffice could not be installed; the tests that open letters with it will be skipped." >&2
