#!/usr/bin/env bash
# The smp library of PyPI against ours: installs it in an environment of its own and runs DifferentialTest with it.
set -euo pipefail
cd "$(dirname "$0")/../../.."

environment=target/differential
if ! python3 -m venv --help >/dev/null 2>&1 || ! python3 -m ensurepip --version >/dev/null 2>&1; then
    echo "############################################################################"
    echo "# DIFFERENTIAL RUNS SKIPPED: they need Python 3 with venv and pip.          #"
    echo "############################################################################"
    exit 0
fi
[ -x "$environment/bin/python" ] || python3 -m venv "$environment"
"$environment/bin/python" -m pip install --quiet smp==4.2.0
mvn -B -ntp test -Dtest=DifferentialTest -Dsmp.python="$PWD/$environment/bin/python" "$@"
