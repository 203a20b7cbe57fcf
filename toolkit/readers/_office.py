"""Bytes of an old word-processor file → the same file as DOCX, by a LibreOffice that is installed on this machine.

The office runs without a window, in a profile of its own that is thrown away, with macros, links and active content
off and no way to the net by its own means; it is ended with all that it started when its time is over.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from toolkit.errors import ReadError

_SECONDS: Final = 60
_COMMANDS: Final = ("soffice", "libreoffice")
_USUAL: Final = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
)
_SAVE_ANEW: Final = "用 WPS 或 Word 打开，另存为 docx 后再读"
_HINT: Final = f"请安装 LibreOffice（Debian、Ubuntu：apt-get install libreoffice-writer-nogui），或{_SAVE_ANEW}"
_SETTINGS: Final = (
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Writer/Content/Update", "Link", "2"),
    ("Writer/Content/Update", "Field", "false"),
    ("Calc/Content/Update", "Link", "2"),
)
_PROFILE: Final = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    + "".join(
        f'<item oor:path="/org.openoffice.Office.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, name, value in _SETTINGS
    )
    + "</oor:items>\n"
)
_KEPT: Final = ("PATH", "SYSTEMROOT", "SYSTEMDRIVE", "LD_LIBRARY_PATH", "FONTCONFIG_PATH", "FONTCONFIG_FILE")
_NOWHERE: Final = "http://127.0.0.1:9"


def office() -> str | None:
    """The command of the installed LibreOffice; None where there is none."""
    found = (shutil.which(command) for command in _COMMANDS)
    return next((path for path in (*found, *_USUAL) if path and Path(path).is_file()), None)


def to_docx(data: bytes, suffix: str, name: str) -> bytes:
    """The bytes of a file called `name`, whose content is what `suffix` says, as DOCX.

    Raises ReadError: READ-NEEDS-OFFICE (not installed), READ-TIMEOUT, READ-DAMAGED (the office could not open it).
    """
    command = office()
    if command is None:
        raise ReadError("READ-NEEDS-OFFICE", f"“{name}”是旧格式，需要 LibreOffice 转换后才能读取", _HINT)
    with tempfile.TemporaryDirectory(prefix="jixiao-", ignore_cleanup_errors=True) as place:
        folder = Path(place)
        source, made = folder / f"source.{suffix}", folder / "out" / "source.docx"
        source.write_bytes(data)
        user = folder / "profile" / "user"
        user.mkdir(parents=True)
        (user / "registrymodifications.xcu").write_text(_PROFILE, "utf-8")
        _run(_call(command, folder, source), folder, name)
        try:
            return made.read_bytes()
        except OSError as failed:
            what = f"LibreOffice 没能转换“{name}”：文件已损坏，或转换被中断"
            raise ReadError("READ-DAMAGED", what, "请再试一次；仍不行的，" + _SAVE_ANEW) from failed


def _call(command: str, folder: Path, source: Path) -> list[str]:
    switches = ("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nofirststartwizard", "--nologo")
    profile = f"-env:UserInstallation={(folder / 'profile').resolve().as_uri()}"
    return [command, profile, *switches, "--convert-to", "docx", "--outdir", str(folder / "out"), str(source)]


def _run(call: list[str], folder: Path, name: str) -> None:
    environment = {key: os.environ[key] for key in _KEPT if key in os.environ}
    environment |= {"HOME": str(folder), "TMPDIR": str(folder), "TEMP": str(folder), "TMP": str(folder)}
    environment |= {"LC_ALL": "C.UTF-8", "SAL_USE_VCLPLUGIN": "svp", "http_proxy": _NOWHERE, "https_proxy": _NOWHERE}
    nowhere = subprocess.DEVNULL
    try:
        process = subprocess.Popen(
            call, stdin=nowhere, stdout=nowhere, stderr=nowhere, cwd=folder, env=environment, start_new_session=True
        )
    except OSError as failed:
        raise ReadError("READ-NEEDS-OFFICE", f"LibreOffice 无法启动，“{name}”未能读取", _HINT) from failed
    try:
        process.wait(_SECONDS)
    except subprocess.TimeoutExpired as late:
        what = f"“{name}”用 LibreOffice 转换超过 {_SECONDS} 秒，已停止"
        raise ReadError("READ-TIMEOUT", what, f"请{_SAVE_ANEW}") from late
    finally:
        _end(process)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End the office and all that it started."""
    try:
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        pass
    process.wait()
