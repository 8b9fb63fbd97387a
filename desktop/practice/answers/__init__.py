"""What the gateway sends back: error bodies in Razorpay's styles, and replies."""
