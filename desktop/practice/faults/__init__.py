"""What goes wrong: the knobs, the broken replies they cause, and the reasons for which a bank declines."""
