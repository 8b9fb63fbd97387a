"""What a paper says as JSON text, the same text for the same content."""

import msgspec

from desktop.services.domain.paper import PaperContent


def content_to_text(content: PaperContent) -> str:
    """Return the content as the row of its paper keeps it."""
    return msgspec.json.encode(content, order="sorted").decode()


def content_from_text(text: str) -> PaperContent:
    """Return the content that a paper's row keeps."""
    return msgspec.json.decode(text, type=PaperContent)
