#!/usr/bin/env bash
# Installs what the peers need: BullMQ into this folder, Redis from the system's packages, Flowable's jars into Maven's own store.
set -euo pipefail
cd "$(dirname "$0")"
npm install --no-audit --no-fund
if ! command -v redis-server >/dev/null; then apt-get install -y redis-server; fi
mvn -q -f flowable/pom.xml dependency:resolve
