"""The windows: they show what services answer and never see a statement or a row."""
