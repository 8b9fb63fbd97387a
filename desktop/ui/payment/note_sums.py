"""What a customer is likely to hand over for an amount: it exactly, or the next sums in Indian notes."""

# Of the notes that are given out: with hundreds, with two hundreds, with five hundreds, with two of these.
NOTES_PAISE = (100_00, 200_00, 500_00, 1_000_00)
SUMS_MAX = 4


def note_sums(paise: int) -> tuple[int, ...]:
    """Return the amount itself and the next larger sums, each once, the least first; none for nothing."""
    if paise <= 0:
        return ()
    above = {-(-paise // note) * note for note in NOTES_PAISE} - {paise}
    return (paise, *sorted(above)[: SUMS_MAX - 1])
