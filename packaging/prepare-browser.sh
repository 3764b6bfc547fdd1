#!/usr/bin/env bash
# Makes sure that a Chromium is there: one that is set or found, else Playwright's own, else Debian's.
set -euo pipefail
python=$1
found() { "$python" -c '
import sys
from eaa_checker.browser.discovery import find
from eaa_checker.errors import NoBrowser
from eaa_checker.settings import read
try:
    browser = find(read().browser)
except NoBrowser:
    sys.exit(1)
print(f"Browser: {browser.version} ({browser.path})")
'; }
found && exit 0
echo "No Chromium, Chrome or Edge here. Trying Playwright's own (playwright install chromium) …"
if timeout 600 "$python" -m playwright install chromium >/tmp/eaa-playwright-install.log 2>&1 && found; then exit 0; fi
echo "That download is not possible here ($(tail -n 1 /tmp/eaa-playwright-install.log | cut -c1-120))."
if command -v apt-get >/dev/null; then
  echo "Installing Debian's chromium and its headless shell with apt-get …"
  if [ "$(id -u)" = 0 ]; then sudo=; else sudo=sudo; fi
  $sudo apt-get update -qq
  $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    chromium chromium-headless-shell chromium-driver fonts-liberation fonts-dejavu-core >/dev/null
  found && exit 0
fi
echo "No browser could be installed. Install Chromium, Chrome or Edge yourself and try again." >&2
exit 3
