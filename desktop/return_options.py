"""The words of the commands for the accountant; what they need is loaded when they are called."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.config import Config

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

COMMANDS = ("gstr1", "tally", "papers")


def add_returns(commands: "Commands", common: argparse.ArgumentParser) -> None:
    """Add the commands to the others; each writes files and leaves the books alone."""
    gstr1 = commands.add_parser(
        "gstr1", parents=[common], help="write GSTR-1 of a month, JSON and CSV; status 1 if its check fails"
    )
    gstr1.add_argument("--registration", required=True, metavar="CODE", help="whose return, such as MH")
    gstr1.add_argument("--month", required=True, metavar="YYYY-MM", help="which month")
    gstr1.add_argument("--quarter", action="store_true", help="the whole quarter in which the month lies")
    tally = commands.add_parser(
        "tally", parents=[common], help="write a day's postings as vouchers, Tally's XML and CSV"
    )
    tally.add_argument("--day", required=True, metavar="YYYY-MM-DD", help="which day")
    papers = commands.add_parser(
        "papers", parents=[common], help="write the list of all papers of a month, CSV and a workbook"
    )
    papers.add_argument("--month", required=True, metavar="YYYY-MM", help="which month")
    for command in (gstr1, tally, papers):
        command.add_argument("--to", type=Path, required=True, metavar="DIR", help="where the files go")
        command.add_argument("--book", type=Path, metavar="FILE", help="these books, not the desk's own")


def run(config: Config, options: argparse.Namespace) -> int:
    """Do what was asked and return the exit status."""
    from desktop.commands.returns import run_gstr1, run_papers, run_tally

    if options.command == "tally":
        return run_tally(config, options.book, options.day, options.to)
    if options.command == "papers":
        return run_papers(config, options.book, options.month, options.to)
    return run_gstr1(
        config, options.book, options.registration, options.month, options.to, quarter=options.quarter
    )
