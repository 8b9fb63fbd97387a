"""The practice gateway: a stand-in for Razorpay on this computer, for training and for tests.

It answers on loopback as Razorpay's documentation describes the API and knows nothing of the desk.
"""
