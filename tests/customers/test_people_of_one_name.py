"""Two people of one name without a number are told apart by what they booked last."""

from db.states import BookingState
from desktop.services.customers.find_customers import FindCustomers
from desktop.services.customers.get_customer import GetCustomer
from desktop.services.customers.save_customer import SaveCustomer
from desktop.services.domain.people import Customer
from tests.counter import Counter


def ravi(counter: Counter, number: str = "") -> Customer:
    return SaveCustomer(counter.database)(number, "Ravi Kulkarni", actor=counter.actor)


def test_who_has_no_number_is_told_by_the_last_booking(any_counter: Counter) -> None:
    counter = any_counter
    first, second, third = (ravi(counter) for _ in range(3))
    counter.pay(counter.hold(customer=first))
    last = [counter.booking(counter.hold(customer=who)) for who in (first, second)]
    assert all(booking.state is BookingState.HELD for booking in last)
    told = {one.id: one.last_booking for one in FindCustomers(counter.database)("ravi")}
    assert told == {first.id: last[0].reference, second.id: last[1].reference, third.id: ""}
    assert GetCustomer(counter.database)(second.id).last_booking == last[1].reference


def test_who_has_a_mobile_is_told_by_it(any_counter: Counter) -> None:
    who = ravi(any_counter, "9876511111")
    any_counter.hold(customer=who)
    assert GetCustomer(any_counter.database)(who.id).last_booking == ""
