#!/bin/sh
# Sees to it that there is a Chromium for the tests in a browser, where that can be done unasked.
# Usage: browser.sh STAMP. Never fails: without a browser those tests are skipped and say so.
set -u
stamp=$1

found() {
    for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
        [ -n "$name" ] && path=$(command -v "$name") && "$path" --version >/dev/null 2>&1 && return 0
    done
    return 1
}

explain() {
    echo "No Chromium ($1): tests in a browser will be skipped." \
        "Install one (Debian: apt-get install chromium) or name it: make test CHROMIUM=/path/to/chrome"
    exit 0
}

# How to become root without being asked for a password; empty for root itself.
if [ "$(id -u)" = 0 ]; then
    as_root=""
elif sudo -n true 2>/dev/null; then
    as_root="sudo -n"
else
    as_root="none"
fi

found && exit 0
# A vain attempt is not repeated within the day: without a network it costs minutes.
[ -n "$(find "$stamp" -mmin -1440 2>/dev/null)" ] && explain "an attempt within the last day failed"
command -v apt-get >/dev/null 2>&1 || explain "none on PATH"
[ "$as_root" = "none" ] && explain "none on PATH, and installing needs root"

echo "Installing Chromium for the tests in a browser ..."
export DEBIAN_FRONTEND=noninteractive
apt="$as_root apt-get -qq -o Acquire::Retries=2 -o Acquire::http::Timeout=20 -o DPkg::Lock::Timeout=120"
if $apt update >"$stamp" 2>&1 &&
    $apt install -y --no-install-recommends chromium >>"$stamp" 2>&1 && found; then
    rm -f "$stamp"
else
    explain "it could not be installed; $stamp says why"
fi
