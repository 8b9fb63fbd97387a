"""The clock: compared, confirmed, set right."""
