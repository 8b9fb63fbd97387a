"""The States as papers name them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.ui.paper_language import translate

if TYPE_CHECKING:
    from desktop.ui.paper_language import PaperLanguage

NAMES = {
    "01": translate("States", "Jammu and Kashmir"),
    "02": translate("States", "Himachal Pradesh"),
    "03": translate("States", "Punjab"),
    "04": translate("States", "Chandigarh"),
    "05": translate("States", "Uttarakhand"),
    "06": translate("States", "Haryana"),
    "07": translate("States", "Delhi"),
    "08": translate("States", "Rajasthan"),
    "09": translate("States", "Uttar Pradesh"),
    "10": translate("States", "Bihar"),
    "11": translate("States", "Sikkim"),
    "12": translate("States", "Arunachal Pradesh"),
    "13": translate("States", "Nagaland"),
    "14": translate("States", "Manipur"),
    "15": translate("States", "Mizoram"),
    "16": translate("States", "Tripura"),
    "17": translate("States", "Meghalaya"),
    "18": translate("States", "Assam"),
    "19": translate("States", "West Bengal"),
    "20": translate("States", "Jharkhand"),
    "21": translate("States", "Odisha"),
    "22": translate("States", "Chhattisgarh"),
    "23": translate("States", "Madhya Pradesh"),
    "24": translate("States", "Gujarat"),
    "25": translate("States", "Daman and Diu (before 2020)"),
    "26": translate("States", "Dadra and Nagar Haveli and Daman and Diu"),
    "27": translate("States", "Maharashtra"),
    "28": translate("States", "Andhra Pradesh (before 2014)"),
    "29": translate("States", "Karnataka"),
    "30": translate("States", "Goa"),
    "31": translate("States", "Lakshadweep"),
    "32": translate("States", "Kerala"),
    "33": translate("States", "Tamil Nadu"),
    "34": translate("States", "Puducherry"),
    "35": translate("States", "Andaman and Nicobar Islands"),
    "36": translate("States", "Telangana"),
    "37": translate("States", "Andhra Pradesh"),
    "38": translate("States", "Ladakh"),
    "96": translate("States", "Other countries"),
    "97": translate("States", "Other territory"),
}
"""The names of the table of codes, collected for translation; a test holds both together."""


def state_name(code: str, language: PaperLanguage) -> str:
    """Return the name of a State, or the code where no State has it."""
    name = NAMES.get(code, "")
    return language.translate("States", name) if name else code
