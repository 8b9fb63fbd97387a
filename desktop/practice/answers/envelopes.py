"""The error bodies of the API, in the three styles that its documentation shows."""

from typing import Any

Document = dict[str, Any]

NOT_FOUND = "The requested URL was not found on the server."
UNKNOWN_ID = "The id provided does not exist"
TROUBLE = "We are facing some trouble completing your request at the moment. Please try again shortly."


class ApiError(Exception):
    """An answer that is not a success: its HTTP status and its JSON body."""

    def __init__(self, status: int, error: Document) -> None:
        super().__init__(error.get("description", ""))
        self.status = status
        self.body: Document = {"error": error}


class Unpayable(Exception):
    """The customer cannot pay this now; the reason is one word that a test can compare."""

    def __init__(self, reason: str, explanation: str) -> None:
        super().__init__(explanation)
        self.reason = reason


def invalid(
    description: str, field: str | None = None, *, reason: str = "input_validation_failed"
) -> ApiError:
    """A refused input of orders, payments, refunds, QR codes and customers."""
    error: Document = {
        "code": "BAD_REQUEST_ERROR",
        "description": description,
        "source": "business",
        "step": "payment_initiation",
        "reason": reason,
        "metadata": {},
    }
    if field is not None:
        error["field"] = field
    return ApiError(400, error)


def plain(status: int, code: str, description: str) -> ApiError:
    """The style whose source, step and reason all say NA."""
    return ApiError(
        status,
        {
            "code": code,
            "description": description,
            "source": "NA",
            "step": "NA",
            "reason": "NA",
            "metadata": {},
        },
    )


def link_invalid(description: str) -> ApiError:
    """The style of payment links: an empty list for metadata, nulls for the rest."""
    return ApiError(
        400,
        {
            "code": "BAD_REQUEST_ERROR",
            "description": description,
            "metadata": [],
            "reason": None,
            "source": None,
            "step": None,
        },
    )


def url_not_found() -> ApiError:
    return plain(400, "BAD_REQUEST_ERROR", NOT_FOUND)


def unauthorized() -> ApiError:
    return ApiError(401, {"code": "BAD_REQUEST_ERROR", "description": "Authentication failed"})


def bad_id(text: str) -> ApiError:
    return invalid(f"{text} is not a valid id")


def unknown_id() -> ApiError:
    return invalid(UNKNOWN_ID)


def server_trouble(status: int, code: str) -> ApiError:
    return plain(status, code, TROUBLE)
