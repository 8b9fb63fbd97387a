"""The day sheet on the screen and on paper."""
