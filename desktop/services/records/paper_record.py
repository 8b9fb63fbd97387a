"""What a paper says as JSON text, the same text for the same content."""

import hashlib

import msgspec

from desktop.services.domain.paper import PaperContent


def content_to_text(content: PaperContent) -> str:
    """Return the content as the row of its paper keeps it."""
    return msgspec.json.encode(content, order="sorted").decode()


def content_from_text(text: str) -> PaperContent:
    """Return the content that a paper's row keeps."""
    return msgspec.json.decode(text, type=PaperContent)


def digest_of(text: str) -> str:
    """Return the digest of a content, by which the journal tells what a paper says."""
    return hashlib.sha256(text.encode()).hexdigest()
