"""The command line: each command is a thin layer over the same services as the windows."""
