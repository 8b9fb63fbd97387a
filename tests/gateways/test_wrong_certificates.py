"""A certificate that is not valid by this PC's clock tells of that clock."""

import ssl

import pytest
import requests
from urllib3.connectionpool import HTTPConnectionPool
from urllib3.exceptions import MaxRetryError, SSLError

from desktop.services.domain.disturbance import GatewayAnswer
from desktop.services.gateways.port import ClockWrong, Unreachable
from desktop.services.gateways.razorpay_session import trouble_of


def refused(verify_code: int) -> requests.RequestException:
    fault = ssl.SSLCertVerificationError("certificate verify failed")
    fault.verify_code = verify_code
    reason = SSLError(fault)
    return requests.exceptions.SSLError(MaxRetryError(HTTPConnectionPool("127.0.0.1"), "/", reason))


@pytest.mark.parametrize(
    ("verify_code", "answer"), [(9, GatewayAnswer.PC_BEHIND), (10, GatewayAnswer.PC_AHEAD)]
)
def test_a_clock_that_is_wrong_is_told_as_that(verify_code: int, answer: GatewayAnswer) -> None:
    trouble = trouble_of(refused(verify_code))
    assert isinstance(trouble, ClockWrong)
    assert trouble.answer is answer


def test_another_fault_of_a_certificate_is_no_clock() -> None:
    trouble = trouble_of(refused(20))
    assert isinstance(trouble, Unreachable)
    assert trouble.answer is GatewayAnswer.SILENT
