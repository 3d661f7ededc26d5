#!/bin/sh
# For Atlantis and other runners: prints a Markdown summary and ends with guard's exit status.
# Usage: guard.sh [STACK]
set -eu
guard preview --stack "${1:-dev}" --format markdown
