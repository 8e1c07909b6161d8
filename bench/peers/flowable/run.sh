#!/usr/bin/env bash
# Flowable on H2: the work, then kill -9 while cases are opened. CASES, DUE; WRITE_DELAY: H2's in milliseconds, 0 writes with each
# commit; ACQUIRE: how often timers are looked for, in milliseconds, 0 as Flowable does of its own accord.
set -euo pipefail
cd "$(dirname "$0")"
cases=${CASES:-10000} due=${DUE:-200} delay=${WRITE_DELAY:-0} acquire=${ACQUIRE:-0}
mvn -q compile dependency:build-classpath -Dmdep.outputFile=target/classpath
peer() { java -cp "target/classes:$(cat target/classpath)" peer.Peer "$@"; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
echo "$(date -u +%FT%TZ), Flowable on H2, WRITE_DELAY $delay, timers looked for every ${acquire} ms (0: its default)"
peer work "$folder/work" "$delay" "$acquire" "$cases" "$due"
java -cp "target/classes:$(cat target/classpath)" peer.Peer open "$folder/kill" "$delay" >"$folder/names" &
opener=$!
for _ in $(seq 1 600); do if [ -s "$folder/names" ]; then break; fi; sleep 0.1; done
sleep 3
kill -9 "$opener"
wait "$opener" 2>/dev/null || true
# The last line may be cut off.
grep -E '^k[0-9]+$' "$folder/names" >"$folder/whole"
peer check "$folder/kill" "$delay" "$folder/whole"
