"""The paths under /__practice by which tests and trainers drive the gateway, and its log of requests."""
