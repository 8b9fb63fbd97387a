"""practice: the practice gateway alone, for tests by hand."""

from pathlib import Path

from desktop.practice.server import NotPractice, serve_forever


def run_practice(port: int, key_id: str, key_secret: str, file: Path) -> int:
    """Serve until Ctrl+C. Returns 1 for a live key or a port that is taken."""
    try:
        serve_forever(port, key_id, key_secret, file, announce=lambda url: print(f"{url}/phone", flush=True))
    except (NotPractice, OSError) as refused:
        print(f"The practice gateway does not start: {refused}")
        return 1
    return 0
