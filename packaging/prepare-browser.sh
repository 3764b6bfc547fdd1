#!/usr/bin/env bash
# Makes sure that a Chromium is there: one that is set or found, else Playwright's own, else Debian's. Where it can be
# done without asking for a password, what reads the text in pictures is installed too; without it a person is asked.
set -euo pipefail
python=$1
reader() {
  if command -v tesseract >/dev/null || ! command -v apt-get >/dev/null; then return 0; fi
  if [ "$(id -u)" = 0 ]; then sudo=; elif sudo -n true 2>/dev/null; then sudo="sudo -n"; else return 0; fi
  echo "Installing tesseract, which reads the text in pictures, with apt-get …"
  { $sudo apt-get update -qq && $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq \
    --no-install-recommends tesseract-ocr tesseract-ocr-nld tesseract-ocr-eng; } >/dev/null 2>&1 ||
    echo "That did not work; text in pictures is then asked of a person (eaa-checker doctor says more)."
}
reader
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
