#!/usr/bin/env bash
# prepare-window.sh PYTHON           makes sure that Qt's system libraries are there
# prepare-window.sh PYTHON reader    and what the tests need to work the window as a screen reader does: a screen
#                                    without a monitor, a window manager, the accessibility bus
# Installs Debian's packages where one is missing.
set -euo pipefail
python=$1
works() { QT_QPA_PLATFORM=offscreen "$python" -c '
from PySide6.QtWidgets import QApplication
QApplication([])
' >/dev/null 2>&1; }
reads() {
  command -v Xvfb >/dev/null && command -v dbus-daemon >/dev/null && command -v openbox >/dev/null &&
    { [ -x /usr/libexec/at-spi-bus-launcher ] || [ -x /usr/lib/at-spi2-core/at-spi-bus-launcher ]; }
}
install() {
  command -v apt-get >/dev/null || return 0
  if [ "$(id -u)" = 0 ]; then sudo=; else sudo=sudo; fi
  $sudo apt-get update -qq
  $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}
if ! works; then
  echo "Qt misses system libraries; installing Debian's packages …"
  install libglib2.0-0 libegl1 libgl1 libdbus-1-3 libfontconfig1 libxkbcommon0 libxkbcommon-x11-0 libxcb-cursor0 \
    libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 fonts-dejavu-core fonts-liberation
fi
if ! works; then
  echo "The window cannot start: Qt misses system libraries (see docs/installing.md)." >&2
  exit 3
fi
if [ "${2:-}" = reader ] && ! reads; then
  echo "The tests miss a screen reader's bus; installing Debian's packages …"
  install xvfb dbus openbox at-spi2-core libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0 ||
    echo "Not installed: the journey of a screen reader will be skipped." >&2
fi
