"""Every use case that windows and commands may call."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.services.day_services import DayServices
from desktop.services.paper_services import PaperServices

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from db.actor import Actor
    from db.ids import BookingId, CustomerId, DocumentId, RequestKey, ShiftId
    from desktop.services import (
        books_doors,
        case_doors,
        clock_doors,
        deposit_doors,
        doors,
        drawer_doors,
        hold_doors,
        house_doors,
        permission_doors,
        staff_doors,
        tender_doors,
    )
    from desktop.services.domain.auditing import AuditLine
    from desktop.services.domain.backups import Backup, BackupsKnown
    from desktop.services.domain.booking import Booking, Hold
    from desktop.services.domain.cash_law import CashRoom
    from desktop.services.domain.catalogue import Offering
    from desktop.services.domain.companies import Company
    from desktop.services.domain.condition import Condition
    from desktop.services.domain.counter_acts import CounterAct
    from desktop.services.domain.customer_bookings import CustomerBookings
    from desktop.services.domain.deposits import DepositRule, DepositTerms
    from desktop.services.domain.disturbance import GatewayState
    from desktop.services.domain.foreign_money import ForeignRule
    from desktop.services.domain.house import Business
    from desktop.services.domain.house_accounts import HouseAccount
    from desktop.services.domain.overdue import Overdue
    from desktop.services.domain.people import Customer
    from desktop.services.domain.permission import Limit
    from desktop.services.domain.reconciliation import GatewayDay
    from desktop.services.domain.review import FoundBooking, OpenCase, ReviewFilter, StoryStep
    from desktop.services.domain.shift import DrawerSight, ShiftNow, ShiftSight
    from desktop.services.domain.shift_review import Explained, ShiftsSeen
    from desktop.services.domain.staff import Person, Recovery
    from desktop.services.domain.today import Today
    from desktop.services.domain.top_ups import TopUp
    from desktop.services.domain.z_slip import ZSlip


@dataclass(frozen=True)
class Services(DayServices, PaperServices):
    """One field for each use case; each one's own file says what it promises and raises.

    One that takes a single thing is told by that thing's type; the others have their signature in `doors`.
    Every call may take milliseconds or, where a gateway is asked, seconds: never on the GUI thread.
    """

    # desk_code, practice: what this program is; time_zone: the desk's, for days and clocks on screens.
    desk_code: str
    practice: bool
    time_zone: str
    # where a practice customer approves a payment; '' when money is real
    phone_url: str

    # who stands at the desk now, at this moment
    actor: Callable[[], Actor]
    sign_in: staff_doors.SignIn
    open_shift: drawer_doors.OpenShift
    move_cash: drawer_doors.MoveCash
    close_shift: drawer_doors.CloseShift
    close_forgotten: drawer_doors.CloseShift
    hand_over: drawer_doors.HandOver
    show_shift: Callable[[Actor], ShiftNow]
    list_open_shifts: Callable[[], tuple[ShiftSight, ...]]
    read_shift: drawer_doors.ReadShift
    # everybody's for a manager; anybody else's own closed ones
    list_shifts: Callable[[Actor], ShiftsSeen]
    # the likeliest causes of what a closed shift differs by
    explain_difference: Callable[[ShiftId, Actor], Explained]
    show_z_slip: Callable[[DocumentId, Actor], ZSlip]
    accept_shift: drawer_doors.AcceptShift
    open_drawer: drawer_doors.OpenDrawer

    # lock the desk: nobody acts at it until somebody signs in
    sign_out: Callable[[], None]
    approve: staff_doors.Approve
    # whose business it is; None while nobody has told
    show_business: Callable[[], Business | None]
    tell_business: house_doors.TellBusiness

    # what confirms a hold instead of all of it; None: no part does
    show_deposit_terms: Callable[[BookingId], DepositTerms | None]
    list_deposit_rules: Callable[[], tuple[DepositRule, ...]]
    save_deposit_rules: deposit_doors.SaveDepositRules
    # balances that were not paid in time, with what cancelling would do
    list_overdue: Callable[[], tuple[Overdue, ...]]
    keep_overdue: deposit_doors.KeepOverdue
    # whether a customer may owe
    find_company: Callable[[CustomerId], Company | None]
    save_company: deposit_doors.SaveCompany
    take_company_payment: deposit_doors.TakeCompanyPayment
    show_statement: deposit_doors.ReadStatement
    # every act with what each role may do of it by right
    list_limits: Callable[[], tuple[Limit, ...]]
    set_limit: permission_doors.SetLimit
    # whether somebody has to sign in before anything is done here; asks nobody
    is_locked: Callable[[], bool]
    # what was changed about people at another desk counts here from now on
    follow_person: Callable[[], None]
    # everybody by their codes, those who have left too
    list_people: Callable[[], tuple[Person, ...]]
    # PINs that a system account set anew in the last seven days
    list_recoveries: Callable[[], tuple[Recovery, ...]]
    add_person: staff_doors.AddPerson
    change_person: staff_doors.ChangePerson
    set_pin: staff_doors.SetPin
    give_pin: staff_doors.GivePin
    recover_manager: staff_doors.RecoverManager
    make_recovery_code: staff_doors.MakeRecoveryCode

    # what halts the desk and what the books rest on, as far as it is known; asks nobody
    read_condition: Callable[[], Condition]
    # every page and reference; the desk goes on meanwhile
    check_books_again: Callable[[], None]
    # a checked copy of the books, now; it may take as long as a few thousand sales
    back_up: Callable[[], Backup]
    # the folder of a stick, a share or a sync program, where every backup is copied as well
    choose_second_place: Callable[[Path], BackupsKnown]

    # day and time are right (what was shown), or are typed
    confirm_clock: clock_doors.ConfirmClock
    set_clock: clock_doors.SetClock
    # what a wrong clock completed is confirmed again
    reopen_booking: clock_doors.ReopenBooking
    # go on with books that lack what this desk has written
    accept_loss: books_doors.AcceptLoss
    # the last paper was compared with the notice of a first time here
    read_adopted: Callable[[], None]

    list_offerings: Callable[[], tuple[Offering, ...]]
    find_availability: doors.FindAvailability
    # who or what keeps it from being sold
    why_unavailable: hold_doors.WhyUnavailable
    # a mobile number or its last digits, or a name
    find_customers: Callable[[str], tuple[Customer, ...]]
    get_customer: Callable[[CustomerId], Customer]
    save_customer: doors.SaveCustomer
    top_up_wallet: doors.TopUpWallet
    # the last few of a customer, the newest first
    list_top_ups: Callable[[CustomerId], tuple[TopUp, ...]]
    # what a customer has booked, holds or travels in, the soonest first
    list_customer_bookings: Callable[[CustomerId], CustomerBookings]
    reverse_top_up: doors.ReverseTopUp
    # two rows of one person become one; what moves is shown first
    preview_merge: hold_doors.PreviewMerge
    merge_customers: hold_doors.MergeCustomers
    # a booking goes to the right customer; what moves is shown first
    preview_customer_change: hold_doors.PreviewCustomerChange
    change_customer: hold_doors.ChangeCustomer
    # papers in a wrong name, or with a wrong GSTIN, are answered and made anew
    correct_invoice: hold_doors.CorrectInvoice
    change_number: hold_doors.ChangeNumber
    # above it a top-up is asked about once
    unusual_top_up_paise: Callable[[], int]

    make_quote: doors.MakeQuote
    give_discount: permission_doors.GiveDiscount
    place_hold: doors.PlaceHold
    # by the request key of a hold whose answer was lost
    find_hold: Callable[[RequestKey], Hold]
    # the clerk gives the units back; nothing may have been paid
    release_hold: doors.ReleaseHold
    hold_again: doors.HoldAgain
    # ten minutes more; by another desk's manager, an end
    extend_hold: hold_doors.ExtendHold
    break_hold: hold_doors.BreakHold
    read_broken_hold: hold_doors.ReadBrokenHold
    show_today: Callable[[], Today]
    # a reference as people read it aloud, the number of a paper, or an id
    find_booking: Callable[[str], Booking]
    # whatever a line may mean: a reference, the number of a paper, a passenger
    find_bookings: Callable[[str], tuple[FoundBooking, ...]]

    take_payment: doors.TakePayment
    correct_tender: tender_doors.CorrectTender
    begin_gateway_payment: tender_doors.BeginGatewayPayment
    # ask the gateway now and settle what it says
    check_gateway_payment: doors.CheckGatewayPayment
    # close the instrument; raises PaymentUncertain while it may still be paid
    stop_gateway_payment: doors.StopGatewayPayment
    # whether the gateway answers and which ways of paying it calls disturbed, as learned last; asks nobody
    show_gateway: Callable[[], GatewayState]
    # card refunds that wait for their slip, top-ups taken back, tenders put right
    list_counter_acts: Callable[[], tuple[CounterAct, ...]]
    list_open_cases: Callable[[], tuple[OpenCase, ...]]
    resolve_case: case_doors.ResolveCase
    call_not_ours: case_doors.CallNotOurs
    # by which other programs' payments make no case
    list_foreign_rules: Callable[[], tuple[ForeignRule, ...]]
    revoke_foreign_rule: case_doors.RevokeForeignRule

    # of the house's own tenders; those that take nothing any more, too
    list_house_accounts: Callable[[], tuple[HouseAccount, ...]]
    keep_house_account: tender_doors.KeepHouseAccount
    change_house_account: tender_doors.ChangeHouseAccount
    name_occasion: tender_doors.NameOccasion
    # how much cash the law still lets in for a booking
    read_cash_room: Callable[[BookingId], CashRoom]

    preview_cancellation: permission_doors.PreviewCancellation
    cancel_booking: permission_doors.CancelBooking
    list_departure_refunds: doors.ListDepartureRefunds
    # the slip of a refund that was given back on the card machine
    enter_refund_slip: doors.EnterRefundSlip
    read_drawer: Callable[[Actor], int]
    drawer_holds: Callable[[int, Actor], DrawerSight]
    refund_departure: doors.RefundDeparture
    list_free_units: doors.ListFreeUnits
    move_booking_lines: doors.MoveBookingLines

    list_bookings: doors.ListBookings
    # a reference or an id
    tell_story: Callable[[str], tuple[StoryStep, ...]]
    # lines of CSV with a header, everything the filter finds
    export_bookings: Callable[[ReviewFilter], Iterator[str]]

    stop_sale: doors.StopSale
    block_units: doors.BlockUnits
    lift_block: doors.LiftBlock
    list_blocks: doors.ListBlocks
    cancel_departure: doors.CancelDeparture

    try_live_keys: doors.TryLiveKeys
    keep_live_keys: doors.KeepLiveKeys
    forget_live_keys: doors.ForgetLiveKeys
    # the last characters of the kept key's id, '' without
    name_live_keys: Callable[[], str]
    # what matches with the gateway and what does not; asks the gateway
    reconcile: case_doors.Reconcile
    list_gateway_days: Callable[[], tuple[GatewayDay, ...]]

    import_catalogue: doors.ImportCatalogue
    audit: Callable[[], tuple[AuditLine, ...]]
