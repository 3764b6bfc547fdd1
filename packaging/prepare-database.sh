#!/usr/bin/env bash
# Makes sure that a PostgreSQL server can be started for the tests of the shared database; installs Debian's where none is.
set -euo pipefail
found() { command -v initdb >/dev/null || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null; }
found && exit 0
if command -v apt-get >/dev/null; then
  echo "No PostgreSQL here; installing Debian's with apt-get …"
  if [ "$(id -u)" = 0 ]; then sudo=; else sudo=sudo; fi
  # Without a server of its own: the tests make one in a scratch folder.
  $sudo mkdir -p /etc/postgresql-common/createcluster.d
  echo "create_main_cluster = false" | $sudo tee /etc/postgresql-common/createcluster.d/eaa-checker.conf >/dev/null
  if $sudo apt-get update -qq &&
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql >/dev/null; then
    found && exit 0
  fi
fi
echo "PostgreSQL could not be installed; the tests of the shared database will be skipped." >&2
