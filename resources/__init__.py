"""What the program ships beside its code."""

from importlib.resources import files


def sample_file(name: str) -> str:
    """Return the text of one CSV file of the sample catalogue."""
    return files(__name__).joinpath("sample", name).read_text(encoding="utf-8")


def sample_names() -> tuple[str, ...]:
    """Return the names of the sample catalogue's files, in alphabetical order."""
    return tuple(sorted(file.name for file in files(__name__).joinpath("sample").iterdir()))
