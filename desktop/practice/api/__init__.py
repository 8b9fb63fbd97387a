"""Razorpay's API as its documentation describes it, one kind of thing a file."""
