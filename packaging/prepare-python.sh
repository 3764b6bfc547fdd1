#!/usr/bin/env bash
# Makes the virtual environment and installs the pinned packages, checked by their hashes, into it.
set -euo pipefail
python=$1 venv=$2
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
  echo "EAA Checker needs Python 3.11 or newer; $python is older." >&2
  exit 1
fi
if [ ! -x "$venv/bin/python" ] || ! "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
  echo "Making the virtual environment $venv …"
  if ! "$python" -m venv "$venv" 2>/dev/null; then
    # Debian keeps venv in a package of its own.
    echo "Python's venv module is missing; installing Debian's python3-venv …"
    if [ "$(id -u)" = 0 ]; then sudo=; else sudo=sudo; fi
    $sudo apt-get update -qq && $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3-venv >/dev/null
    "$python" -m venv "$venv"
  fi
fi
echo "Installing the pinned packages …"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r packaging/requirements.lock
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
# pip does this for what it copies; our own files stay where they are, and the first start should be as fast as the next.
"$venv/bin/python" -m compileall -q eaa_checker ui rules
