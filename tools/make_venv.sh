#!/bin/sh
# Makes the virtual environment, or says in plain words why it cannot.
# Usage: make_venv.sh FOLDER PYTHON [UV]. An environment that works is left as it is.
set -eu
folder=$1
python=$2
uv=${3:-}
new_enough='import sys; sys.exit(sys.version_info < (3, 11))'

if "$folder/bin/python" -c "$new_enough" 2>/dev/null &&
    { [ -n "$uv" ] || "$folder/bin/python" -m pip --version >/dev/null 2>&1; }; then
    exit 0
fi

if [ -z "$python" ]; then
    echo "No Python 3.11 or newer was found." >&2
    echo "Install one, or name it: make run PYTHON=/path/to/python3.12" >&2
    exit 1
fi
if ! "$python" -c "$new_enough" 2>/dev/null; then
    found=$("$python" --version 2>&1) || found="it does not start"
    echo "$python cannot be used ($found): Python 3.11 or newer is needed." >&2
    echo "Name another: make run PYTHON=/path/to/python3.12" >&2
    exit 1
fi

echo "Making $folder with $("$python" --version) ..."
if "$python" -m venv --clear "$folder" >"$folder.log" 2>&1; then
    rm -f "$folder.log"
elif [ -n "$uv" ] && "$uv" venv --quiet --clear --python "$python" "$folder"; then
    rm -f "$folder.log"
else
    echo "Python could not make a virtual environment:" >&2
    cat "$folder.log" >&2
    rm -rf "$folder" "$folder.log"
    echo "On Debian and Ubuntu the missing part is a package: apt install python3-venv" >&2
    exit 1
fi
