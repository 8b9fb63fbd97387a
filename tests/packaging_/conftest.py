"""The set-up script as a module, with every folder that it writes to moved out of the checkout."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "packaging" / "bootstrap.py"


@pytest.fixture
def bootstrap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    spec = importlib.util.spec_from_file_location("counterfoil_bootstrap", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    venv = tmp_path / "a desk" / ".venv"
    for name, path in {"VENV": venv, "TOOLS": tmp_path / ".tools", "STAMP": venv / "stamp"}.items():
        monkeypatch.setattr(module, name, path)
    return module
