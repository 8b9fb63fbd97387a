"""Which of the data folder's two databases a command means: each mode has its own, and --live chooses."""

from desktop.config import Config


def say_which_database(config: Config) -> None:
    """Print the file and its mode; nothing where the database was named, for then it is known."""
    if config.database_url is None:
        print(f"{config.file} ({'practice; with --live the other one' if config.practice else 'real money'})")
