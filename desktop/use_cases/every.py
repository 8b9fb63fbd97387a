"""Every use case with what it needs: the list from which the desk is built."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from db.actor import Actor
from db.database import Database
from desktop.config import Config
from desktop.evening_lists import into_folder, to_printer
from desktop.released import RELEASED
from desktop.services.application import Services
from desktop.services.auditing.audit_database import AuditDatabase
from desktop.services.cancelling.cancel_booking import CancelBooking
from desktop.services.cancelling.enter_refund_slip import EnterRefundSlip
from desktop.services.cancelling.list_departure_refunds import ListDepartureRefunds
from desktop.services.cancelling.preview_cancellation import PreviewCancellation
from desktop.services.cancelling.refund_departure import RefundDeparture
from desktop.services.cancelling.send_refunds import SendRefunds
from desktop.services.catalogue.block_units import BlockUnits
from desktop.services.catalogue.cancel_departure import CancelDeparture
from desktop.services.catalogue.find_availability import FindAvailability
from desktop.services.catalogue.import_catalogue import ImportCatalogue
from desktop.services.catalogue.lift_block import LiftBlock
from desktop.services.catalogue.list_blocks import ListBlocks
from desktop.services.catalogue.list_offerings import ListOfferings
from desktop.services.catalogue.stop_sale import StopSale
from desktop.services.customers.find_customers import FindCustomers
from desktop.services.customers.get_customer import GetCustomer
from desktop.services.customers.list_customer_bookings import ListCustomerBookings
from desktop.services.customers.list_top_ups import ListTopUps
from desktop.services.customers.reverse_top_up import ReverseTopUp
from desktop.services.customers.save_customer import SaveCustomer
from desktop.services.customers.top_up_wallet import TopUpWallet, UnusualTopUp
from desktop.services.documents.consolidate_small_sales import ConsolidateSmallSales
from desktop.services.documents.freeze_old_papers import FreezeOldPapers
from desktop.services.documents.issue_due_invoices import IssueDueInvoices
from desktop.services.documents.list_documents import ListDocuments
from desktop.services.documents.show_document import CountCopy, FindReceipt, ShowDocument
from desktop.services.domain.backups import BackupsKnown
from desktop.services.domain.desk_settings import DeskSettings
from desktop.services.domain.evening_lists import PutOnPaper
from desktop.services.events import Publish
from desktop.services.gateways.port import PaymentGateway
from desktop.services.holding.complete_bookings import CompleteBookings
from desktop.services.holding.find_hold import FindHold
from desktop.services.holding.hold_again import HoldAgain
from desktop.services.holding.place_hold import PlaceHold
from desktop.services.holding.release_expired_holds import ReleaseExpiredHolds
from desktop.services.holding.release_hold import ReleaseHold
from desktop.services.holding.show_today import ShowToday
from desktop.services.keeping.accept_loss import AcceptLoss
from desktop.services.keeping.back_up import BackUp
from desktop.services.keeping.backup_places import BackupPlaces
from desktop.services.keeping.check_books_again import CheckBooksAgain
from desktop.services.keeping.keep_mark import KeepMark
from desktop.services.keeping.read_condition import ReadCondition
from desktop.services.lists.keep_guests import BlankOldGuests
from desktop.services.lists.print_evening_lists import PrintEveningLists
from desktop.services.moving.list_free_units import ListFreeUnits
from desktop.services.moving.move_booking_lines import MoveBookingLines
from desktop.services.paying.poll_downtimes import PollDowntimes
from desktop.services.paying.poll_open_payments import PollOpenPayments
from desktop.services.paying.recheck_payments import RecheckPayments
from desktop.services.paying.reconcile_payments import ReconcilePayments
from desktop.services.printing.work_queue import WorkQueue
from desktop.services.quoting.make_quote import MakeQuote
from desktop.services.reviewing.export_bookings import ExportBookings
from desktop.services.reviewing.find_booking import FindBooking
from desktop.services.reviewing.find_bookings import FindBookings
from desktop.services.reviewing.list_bookings import ListBookings
from desktop.services.reviewing.list_counter_acts import ListCounterActs
from desktop.services.reviewing.tell_story import TellStory
from desktop.services.setting_up.keep_live_keys import ForgetLiveKeys, KeepLiveKeys, NameLiveKeys
from desktop.services.setting_up.try_live_keys import TryLiveKeys
from desktop.services.settlements.read_settlements import ReadSettlements, SettlementsJob
from desktop.services.staff.at_desk import SYSTEM, AtDesk
from desktop.services.timing.compare_clocks import CompareClocks
from desktop.services.timing.confirm_clock import ConfirmClock
from desktop.services.timing.reopen_booking import ReopenBooking
from desktop.services.timing.set_clock import SetClock
from desktop.use_cases.buyers import BuyerCases, buyer_cases
from desktop.use_cases.deposits import DepositCases, deposit_cases
from desktop.use_cases.drawers import DrawerCases, drawer_cases
from desktop.use_cases.figures import FigureCases, figure_cases
from desktop.use_cases.given import Given
from desktop.use_cases.holds import HoldCases, hold_cases
from desktop.use_cases.house import HouseCases, house_cases
from desktop.use_cases.lists import ListCases, list_cases
from desktop.use_cases.paying import Following, follow_money, paying_cases
from desktop.use_cases.printing import PrintCases, print_cases, work_queue
from desktop.use_cases.returns import ReturnCases, return_cases
from desktop.use_cases.staff import StaffCases, staff_cases
from desktop.use_cases.tenders import TenderCases, tender_cases


@dataclass(frozen=True, slots=True)
class UseCases:
    """What windows call, and what runs in the background."""

    services: Services
    release_expired_holds: ReleaseExpiredHolds
    poll_open_payments: PollOpenPayments
    reconcile_payments: ReconcilePayments
    recheck_payments: RecheckPayments
    send_refunds: SendRefunds
    complete_bookings: CompleteBookings
    issue_due_invoices: IssueDueInvoices
    consolidate_small_sales: ConsolidateSmallSales
    compare_clocks: Callable[[], None]
    poll_downtimes: PollDowntimes
    back_up: BackUp
    print_queue: WorkQueue
    print_evening_lists: PrintEveningLists
    blank_old_guests: BlankOldGuests
    take_settlements: SettlementsJob
    freeze_old_papers: FreezeOldPapers


def build(
    database: Database,
    gateway: PaymentGateway,
    desk: DeskSettings,
    config: Config,
    publish: Publish,
    actor: AtDesk,
    open_live_gateway: Callable[[str, str], PaymentGateway],
    compare: CompareClocks,
    mark: KeepMark,
    phone_url: str = "",
) -> UseCases:
    """Return every use case of this desk. `open_live_gateway` raises ValueError for keys of another form."""
    compare.witness, compare.ask_witness = gateway.witness, gateway.ask_time
    downtimes = PollDowntimes(gateway, publish)
    publish = downtimes.listening(publish)
    follow = follow_money(database, gateway, desk, publish, downtimes)
    places = BackupPlaces(config.paths.backups, config.paths.second_backups)
    back_up = BackUp(database, places, publish)
    given = Given(
        database, gateway, desk, config, publish, actor, open_live_gateway, compare, phone_url, mark
    )
    queue = work_queue(given)
    services = _services(given, follow, back_up, queue)
    return UseCases(
        services=services,
        back_up=back_up,
        print_queue=queue,
        release_expired_holds=ReleaseExpiredHolds(database, publish),
        poll_open_payments=PollOpenPayments(database, follow.check),
        reconcile_payments=follow.reconcile,
        recheck_payments=RecheckPayments(database, gateway, desk, publish),
        send_refunds=SendRefunds(database, gateway, publish),
        complete_bookings=CompleteBookings(database, publish),
        issue_due_invoices=IssueDueInvoices(database, desk, publish),
        consolidate_small_sales=ConsolidateSmallSales(database, desk),
        compare_clocks=compare.ask,
        poll_downtimes=follow.downtimes,
        print_evening_lists=PrintEveningLists(database, desk, _evening_paper(given, services)),
        blank_old_guests=BlankOldGuests(database, config.time_zone),
        take_settlements=SettlementsJob(ReadSettlements(database, gateway, publish)),
        freeze_old_papers=FreezeOldPapers(database, desk),
    )


def _evening_paper(given: Given, services: Services) -> PutOnPaper:
    folder = into_folder(given.config.paths.lists)
    desk_itself = Actor(SYSTEM, given.actor().desk_id)
    return to_printer(services.list_printers, services.queue_print, desk_itself, folder)


class _Keeping(TypedDict):
    read_condition: ReadCondition
    check_books_again: CheckBooksAgain
    back_up: BackUp
    choose_second_place: Callable[[Path], BackupsKnown]
    accept_loss: AcceptLoss
    read_adopted: Callable[[], None]
    confirm_clock: ConfirmClock
    set_clock: SetClock
    reopen_booking: ReopenBooking


def _keeping(given: Given, follow: Following, back_up: BackUp) -> _Keeping:
    """Return what keeps the books sound and the time right."""
    database, compare, mark, publish = given.database, given.compare, given.mark, given.publish
    return {
        "read_condition": ReadCondition(
            database,
            backups=lambda: back_up.known,
            clock=compare.known,
            mark=lambda: mark.condition,
        ),
        "check_books_again": CheckBooksAgain(database, publish),
        "back_up": back_up,
        "choose_second_place": back_up.choose_second,
        "accept_loss": AcceptLoss(database, mark, publish, lambda actor: follow.reconcile(actor=actor)),
        "read_adopted": mark.read_adopted,
        "confirm_clock": ConfirmClock(database, compare, RELEASED),
        "set_clock": SetClock(database, compare, RELEASED, publish),
        "reopen_booking": ReopenBooking(database, publish),
    }


class _Areas(
    StaffCases,
    HouseCases,
    DrawerCases,
    TenderCases,
    DepositCases,
    HoldCases,
    PrintCases,
    ListCases,
    FigureCases,
    BuyerCases,
    ReturnCases,
):
    """What the area files of this package give, each in its own."""


def _areas(given: Given, follow: Following, queue: WorkQueue) -> _Areas:
    return {
        **staff_cases(given),
        **house_cases(given),
        **drawer_cases(given),
        **figure_cases(given),
        **tender_cases(given),
        **deposit_cases(given),
        **hold_cases(given, follow.send_link),
        **print_cases(given, queue),
        **list_cases(given),
        **buyer_cases(given),
        **return_cases(given),
    }


def _services(given: Given, follow: Following, back_up: BackUp, queue: WorkQueue) -> Services:
    database, desk, publish = given.database, given.desk, given.publish
    return Services(
        desk_code=given.config.desk_code,
        actor=given.actor,
        practice=given.config.practice,
        time_zone=given.config.time_zone,
        phone_url=given.phone_url,
        **_keeping(given, follow, back_up),
        **paying_cases(given, follow),
        **_areas(given, follow, queue),
        list_offerings=ListOfferings(database),
        find_availability=FindAvailability(database),
        find_customers=FindCustomers(database),
        get_customer=GetCustomer(database),
        save_customer=SaveCustomer(database),
        top_up_wallet=TopUpWallet(database),
        list_top_ups=ListTopUps(database),
        list_customer_bookings=ListCustomerBookings(database),
        reverse_top_up=ReverseTopUp(database),
        unusual_top_up_paise=UnusualTopUp(database),
        make_quote=MakeQuote(database),
        place_hold=PlaceHold(database, publish),
        find_hold=FindHold(database),
        release_hold=ReleaseHold(database, publish),
        hold_again=HoldAgain(database, publish),
        show_today=ShowToday(database, given.actor().desk_id, given.config.time_zone),
        find_booking=FindBooking(database),
        find_bookings=FindBookings(database),
        list_counter_acts=ListCounterActs(database),
        preview_cancellation=PreviewCancellation(database),
        cancel_booking=CancelBooking(database, desk, publish),
        list_departure_refunds=ListDepartureRefunds(database),
        enter_refund_slip=EnterRefundSlip(database, publish),
        refund_departure=RefundDeparture(database, desk, publish),
        list_free_units=ListFreeUnits(database),
        move_booking_lines=MoveBookingLines(database, desk, publish),
        show_document=ShowDocument(database, desk),
        find_receipt=FindReceipt(database, desk),
        list_documents=ListDocuments(database, desk),
        count_copy=CountCopy(database),
        list_bookings=ListBookings(database, given.config.time_zone),
        tell_story=TellStory(database),
        export_bookings=ExportBookings(database, given.config.time_zone),
        stop_sale=StopSale(database, publish),
        block_units=BlockUnits(database, publish),
        lift_block=LiftBlock(database, publish),
        list_blocks=ListBlocks(database),
        cancel_departure=CancelDeparture(database, publish),
        try_live_keys=TryLiveKeys(given.open_live_gateway),
        keep_live_keys=KeepLiveKeys(database),
        forget_live_keys=ForgetLiveKeys(database),
        name_live_keys=NameLiveKeys(),
        import_catalogue=ImportCatalogue(database, publish, desk),
        audit=AuditDatabase(database),
    )
