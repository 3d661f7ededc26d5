"""The plugin host: the engine starts it when a program in any language uses the package `aurora`."""

import sys

from pulumi.provider import main

from aurora_components.package import Package

if __name__ == "__main__":
    main(Package(), sys.argv[1:])
