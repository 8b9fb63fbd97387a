"""Receipts and refund vouchers."""
