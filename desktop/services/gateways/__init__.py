"""The gateway in the desk's own words, and the one adapter that speaks Razorpay's."""
