"""First bytes of a file → the name of its format and what to do about it, for formats that no reader takes."""

import json
from dataclasses import dataclass
from typing import Final

from toolkit.readers._archive import is_encrypted_office
from toolkit.readers._ole import CompoundFile


@dataclass(frozen=True, slots=True)
class Format:
    """A format known by its bytes: its Chinese name, what the user can do now, the code of its refusal."""

    name: str
    hint: str
    code: str = "READ-UNSUPPORTED"


_SAVE_WORD = "请用 WPS 或 Word 打开，另存为 PDF 或纯文本后再读"
_AGAIN = "请重新下载或复制原文件；能用 WPS 或 Office 打开的，另存为 docx 或 xlsx 后再读"
_RECOGNISE = "这是图像，先用文字识别（OCR）转成带文字层的 PDF 或纯文本后再读"
_UNPACK = "请先解压，对其中的 PDF 或文本逐个读取"

_IN_ZIP: Final[tuple[tuple[bytes, Format], ...]] = (
    (b"ppt/presentation.xml", Format("演示文稿（PPTX）", "请用 WPS 或 PowerPoint 打开，另存为 PDF 后再读")),
    (b"mimetypeapplication/vnd.oasis.opendocument", Format("开放文档（ODF）", _SAVE_WORD)),
)
_JSON = Format("JSON 数据", "请给出报告本身（PDF 或文本），而不是从它得出的数据")
_ZIP = Format("压缩包（ZIP）", _UNPACK)
_OLE_SHEET = Format("已损坏的旧版 Excel 工作簿（XLS）", _AGAIN, code="READ-DAMAGED")
_OLE_WORD = Format("已损坏的旧版 Word 文档（DOC）", _AGAIN, code="READ-DAMAGED")
_ENCRYPTED = Format(
    "设有密码的 Office 文档", "请用 WPS 或 Office 输入密码打开，去掉密码另存后再读", code="READ-ENCRYPTED"
)
_OLE_TORN = Format("已损坏的旧版 Office 文档", _AGAIN, code="READ-DAMAGED")
_OLE = Format("旧版 Office 文档（OLE：PPT 等）", _SAVE_WORD)
_MAGIC: Final[tuple[tuple[bytes, Format], ...]] = (
    (b"\x89PNG\r\n\x1a\n", Format("PNG 图像", _RECOGNISE)),
    (b"\xff\xd8\xff", Format("JPEG 图像", _RECOGNISE)),
    (b"GIF8", Format("GIF 图像", _RECOGNISE)),
    (b"II*\x00", Format("TIFF 图像", _RECOGNISE)),
    (b"MM\x00*", Format("TIFF 图像", _RECOGNISE)),
    (b"Rar!\x1a\x07", Format("压缩包（RAR）", _UNPACK)),
    (b"7z\xbc\xaf\x27\x1c", Format("压缩包（7Z）", _UNPACK)),
    (b"\x1f\x8b", Format("压缩文件（GZIP）", _UNPACK)),
    (b"SQLite format 3\x00", Format("SQLite 数据库", "请改为给出报告的 PDF 或文本")),
    (b"%!PS", Format("PostScript 文件", "请转换为 PDF 后再读")),
    (b"\x7fELF", Format("可执行文件", "请改为给出报告的 PDF 或文本")),
    (b"MZ\x90", Format("可执行文件", "请改为给出报告的 PDF 或文本")),
)
_MARKUP: Final[tuple[tuple[bytes, Format], ...]] = (
    (b"<?xml", Format("XML 文件", "若是 Word 2003 XML，请另存为 PDF 或纯文本后再读")),
    (b"mime-version:", Format("电子邮件（EML）", "请打开邮件，把其中的报告另存后再读")),
)


def format_of(data: bytes) -> Format | None:
    """The format that the bytes show, if it is one that is not text and not PDF."""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return next((known for mark, known in _IN_ZIP if mark in data), _ZIP)
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _of_ole(data)
    if data.startswith(b"BM") and b"\x00\x00" in data[4:14]:
        return Format("BMP 图像", _RECOGNISE)
    opening = data[:256].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if opening[:1] in {b"{", b"["} and _is_json(data):
        return _JSON
    return next((known for mark, known in _MAGIC if data.startswith(mark)), None) or next(
        (known for mark, known in _MARKUP if opening.startswith(mark)), None
    )


def _is_json(data: bytes) -> bool:
    try:
        json.loads(data)
    except (ValueError, RecursionError):
        return False
    return True


def _of_ole(data: bytes) -> Format:
    if is_encrypted_office(data):
        return _ENCRYPTED
    if "WordDocument".encode("utf-16-le") in data:
        return _OLE_WORD
    if "Workbook".encode("utf-16-le") in data or "Book".encode("utf-16-le") in data:
        return _OLE_SHEET
    return _OLE if _has_streams(data) else _OLE_TORN


def _has_streams(data: bytes) -> bool:
    try:
        return bool(CompoundFile(data).names)
    except ValueError:
        return False
