"""Name of a task and the bytes of one source → its result, or exactly one of our errors whatever the bytes were."""

from typing import TYPE_CHECKING, Literal, TypeAlias

from toolkit.errors import ReadError, ToolkitError
from toolkit.model.document import Document
from toolkit.model.result import Extraction
from toolkit.pipeline.fault import fault
from toolkit.pipeline.request import Request

if TYPE_CHECKING:
    from toolkit.model.case import Dossier

Task: TypeAlias = Literal["read", "extract", "audit"]
Found: TypeAlias = "Document | Extraction | Dossier"


def attempt(task: Task, data: bytes, name: str, request: Request) -> Found:
    """The result of the task. Raises ToolkitError only: what a reader or step did not foresee becomes one."""
    try:
        return _run(task, data, name, request)
    except ToolkitError:
        raise
    except MemoryError as cause:
        raise out_of_memory(name) from cause
    except RecursionError as cause:
        raise ReadError("READ-TOO-DEEP", f"“{name}”的内容嵌套层数过多。", _DEEP) from cause
    except Exception as cause:
        raise (out_of_memory(name) if _lacks_memory(cause) else fault(name, cause)) from cause


def out_of_memory(name: str, most: str = "") -> ReadError:
    """READ-MEMORY: the file needs more than it may have; `most` is the limit in words."""
    over = f"超过上限 {most}" if most else "超过可用内存"
    return ReadError("READ-MEMORY", f"处理“{name}”需要的内存{over}。", _LESS)


def _lacks_memory(cause: BaseException | None) -> bool:
    """Whether a library says in its own way that memory is short, or was told so by another."""
    words = ("bad_alloc", "bad allocation", "allocate memory", "out of memory")
    while cause is not None:
        said = str(cause).lower()
        if isinstance(cause, MemoryError) or any(word in said for word in words):
            return True
        cause = cause.__cause__ or cause.__context__
    return False


_LESS = "请拆分文件，或用 --pages 只读需要的页；确需整份处理，可用 --memory-limit 放宽。"
_DEEP = "文件可能已损坏或被改动；请用原程序打开，另存后再试。"


def _run(task: Task, data: bytes, name: str, request: Request) -> Found:
    if task == "audit":
        from toolkit.pipeline.analyze import analyze

        return analyze(data, name, request)
    from toolkit.pipeline.extraction import extract_bytes, read_bytes

    return read_bytes(data, name, request) if task == "read" else extract_bytes(data, name, request)
