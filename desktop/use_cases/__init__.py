"""Every use case of a desk, built with what it needs."""

from desktop.use_cases.every import UseCases, build

__all__ = ["UseCases", "build"]
