"""`jixiao doctor`: versions, what is installed, and what each missing part would add."""

import sys
from dataclasses import dataclass
from typing import Annotated, Any

import typer


@dataclass(frozen=True, slots=True)
class _Part:
    """A library and what it is for, in the words of someone who lacks it."""

    package: str
    purpose: str
    required: bool = True


_PARTS = (
    _Part("pydantic", "记录的类型和校验"),
    _Part("typer", "命令行"),
    _Part("pypdfium2", "读取 PDF（默认引擎）"),
    _Part("pdfplumber", "读取 PDF（--pdf-backend pdfplumber）"),
    _Part("charset-normalizer", "辨认文本文件的编码"),
    _Part("lxml", "读取 Word、表格文件、OFD"),
    _Part("selectolax", "读取网页"),
    _Part("xlsxwriter", "写 Excel 复核底稿"),
    _Part("jieba", "分词，供训练和检索；不影响审核结果", required=False),
    _Part("spacy", "长句的句法；不影响审核结果", required=False),
    _Part("scikit-learn", "训练分类器、文本相似度", required=False),
    _Part("rapidocr", "识别扫描件和图片（扩展 ocr）", required=False),
    _Part("onnxruntime", "识别扫描件和图片（扩展 ocr）", required=False),
)
_OFFICE = "LibreOffice"
_COMPILED = "C 编译部件"


def run(as_json: Annotated[bool, typer.Option("--json", help="以 JSON 列出")] = False) -> int:
    """检查运行环境：版本、已安装的组件、缺少的组件能带来什么"""
    from toolkit.errors import ExitStatus
    from toolkit.model.codec import encode

    found = _examine()
    if as_json:
        sys.stdout.write(encode(found))
    else:
        sys.stdout.writelines(f"{line}\n" for line in _lines(found))
    broken = any(part["version"] is None and part["required"] for part in found["parts"])
    return ExitStatus.FAULT if broken else ExitStatus.OK


def _examine() -> dict[str, Any]:
    import platform

    from toolkit import __version__
    from toolkit.audit.run import rules
    from toolkit.export import exporters
    from toolkit.pipeline.protections import protections
    from toolkit.readers import is_compiled, office
    from toolkit.scoring.load import standards

    programs = [
        {"package": _OFFICE, "version": office() and "已安装", "required": False, "for": "读取 DOC、WPS、RTF、ODT"},
        {
            "package": _COMPILED,
            "version": "已编译" if is_compiled() else None,
            "required": False,
            "for": "更快读取 PDF，结果相同；安装时有 C 编译器即有",
        },
    ]
    return {
        "version": __version__,
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "stdout": sys.stdout.encoding,
        "rules": len(rules()),
        "standards": len(standards()),
        "isolation": protections(),
        "formats": {name: exporter.title for name, exporter in exporters().items()},
        "parts": [
            {"package": part.package, "version": _version(part.package), "required": part.required, "for": part.purpose}
            for part in _PARTS
        ]
        + programs,
    }


def _version(package: str) -> str | None:
    from importlib import metadata

    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None


def _lines(found: dict[str, Any]) -> list[str]:
    from toolkit.cli.console import screen_for
    from toolkit.pipeline.protections import lines

    screen = screen_for(None)
    rows = [
        (part["package"], part["version"] or "未安装", ("" if part["required"] else "可不装：") + part["for"])
        for part in found["parts"]
    ]
    return [
        f"jixiao {found['version']} · Python {found['python']} · {found['system']} · 输出编码 {found['stdout']}",
        f"规则 {found['rules']} 条，评分标准 {found['standards']} 个",
        "",
        *screen.table(("组件", "版本", "用途"), rows),
        "",
        *screen.table(("格式", "说明"), list(found["formats"].items())),
        "",
        *screen.table(("读取文件", "保护"), lines(found["isolation"])),
    ]
