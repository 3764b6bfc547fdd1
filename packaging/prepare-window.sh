#!/usr/bin/env bash
# Makes sure that Qt's system libraries are there; installs Debian's packages where one is missing.
set -euo pipefail
python=$1
works() { QT_QPA_PLATFORM=offscreen "$python" -c '
from PySide6.QtWidgets import QApplication
QApplication([])
' >/dev/null 2>&1; }
works && exit 0
if command -v apt-get >/dev/null; then
  echo "Qt misses system libraries; installing Debian's packages …"
  if [ "$(id -u)" = 0 ]; then sudo=; else sudo=sudo; fi
  $sudo apt-get update -qq
  $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    libglib2.0-0 libegl1 libgl1 libdbus-1-3 libfontconfig1 libxkbcommon0 libxkbcommon-x11-0 libxcb-cursor0 \
    libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 fonts-dejavu-core fonts-liberation >/dev/null
  works && exit 0
fi
echo "The window cannot start: Qt misses system libraries (see docs/installing.md)." >&2
exit 3
