#!/usr/bin/env bash
# Writes run.txt, test.txt, bench.txt and lock.txt from the .in files beside it.
# As it is: keeps every version that still fits. With --upgrade: takes the newest ones.
set -euo pipefail
cd "$(dirname "$0")"

tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
"${PYTHON:-python3}" -m venv "$tools"
"$tools/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r lock.txt

# --universal: one file for all platforms and for Python 3.11 and later, with markers where they differ.
compile() {
    "$tools/bin/uv" pip compile --no-config --quiet --universal --python-version 3.11 \
        --fork-strategy fewest --generate-hashes --no-emit-index-url \
        --custom-compile-command 'requirements/lock.sh' "$@"
}

compile "$@" lock.in -o lock.txt
compile "$@" run.in build.in -o run.txt
# The larger lists take the versions of the smaller ones: what is tested is what runs.
compile "$@" test.in -c run.txt -o test.txt
compile "$@" bench.in -c test.txt -o bench.txt
