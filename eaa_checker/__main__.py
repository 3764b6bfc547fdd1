"""``python -m eaa_checker``: the command line."""

from eaa_checker.cli import main

if __name__ == "__main__":
    main()
